"""LotsPart: every billing list prepared, the latest first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.facturation import Lot
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.page_body import PageBody

from .lot_acts import LotActs
from .lot_card import LotCard

_NONE = "Aucune facturation préparée"
_WHY = "Une préparation garde la liste des forfaits, leur montant et la preuve de chaque acte."


class LotsPart(QWidget):
    def __init__(self, context: Context, acts: LotActs) -> None:
        super().__init__()
        self._context = context
        self._acts = acts
        self._may_bill = allowed(context.membre.role, Permission.FACTURER)
        self._wanted = ""
        self.cards: list[LotCard] = []
        self.empty = EmptyState("receipt-text", _NONE, _WHY)
        self.body = PageBody()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.empty, 1)

    def want(self, lot_id: str) -> None:
        """The one to bring in sight when they are shown."""
        self._wanted = lot_id

    def show_lots(self, lots: tuple[Lot, ...]) -> None:
        clear(self.body.main)
        self.body.setVisible(bool(lots))
        self.empty.setVisible(not lots)
        self.cards = [self._card(lot) for lot in lots]
        self.body.fill(*self.cards)
        wanted = next((c for c in self.cards if c.lot.id == self._wanted), None)
        if wanted is not None:
            self.body.ensureWidgetVisible(wanted)

    def _card(self, lot: Lot) -> LotCard:
        card = LotCard(self._context, lot, may_bill=self._may_bill)
        card.print_asked.connect(self._acts.print)
        card.table_asked.connect(self._acts.write)
        card.sent_asked.connect(self._acts.send)
        card.back_asked.connect(self._acts.take_back)
        return card
