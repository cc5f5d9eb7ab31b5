"""BillingPage: list, check, done; nothing is written before the second step is answered."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import facturation, forfaits
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.facturation import Choix, Lot
from microstructure_desktop.services.forfait_lignes import Groupe
from microstructure_desktop.services.forfaits import Tableau
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column

from . import words
from .billing_check import BillingCheck
from .billing_done import BillingDone
from .billing_list import BillingList
from .lot_acts import LotActs

_TITLE = "Préparer la facturation"
_WHERE = ("1 sur 2 · Les forfaits", "2 sur 2 · À vérifier, avant de préparer", "C’est fait")
_GONE = "Préparation annulée"
_GONE_WHY = "Ses forfaits sont de nouveau à facturer."


class BillingPage(Page):
    """Route `facturation`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tableau: Tableau | None = None
        self._busy = False
        self.header = HeaderBand(_TITLE, back="Retour aux forfaits (Échap)")
        self.banner = Banner()
        self.acts = LotActs(context, self)
        self.list = BillingList(context)
        self.check = BillingCheck(context, self.list)
        self.done = BillingDone()
        self.steps = QStackedWidget()
        self.footer = FooterBar()
        self.back_button = Button("Revenir à la liste", "normal", "chevron-left")
        self.next_button = Button("", "primary", "chevron-right", trailing=True)
        self._lay_out()
        self._connect()
        self._show(self.list)

    def _lay_out(self) -> None:
        for step in (self.list, self.check, self.done):
            self.steps.addWidget(step)
        self.footer.add_left(self.back_button)
        self.footer.add_right(self.next_button)
        self._news = boxed(column(self.banner, margins=(24, 16, 24, 0)))
        self._news.hide()
        self.setLayout(
            column(self.header, self._news, self.steps, self.footer, spacing=0, grows=self.steps)
        )

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.list.changed.connect(self._say_next)
        self.list.blocked_asked.connect(self._on_blocked_asked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.done.print_button.clicked.connect(self._on_print_clicked)
        self.done.table_button.clicked.connect(self._on_table_clicked)
        self.done.lots_button.clicked.connect(self._on_lots_clicked)
        self.acts.failed.connect(self._on_failed)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what the window asks ---------------------------------------------------------------

    def open(self, route: Route) -> None:
        del route
        self._say("info", "")
        self.list.forget()
        self._show(self.list)
        self._reload()

    def leave(self) -> None:
        self.acts.close()

    def first_focus(self) -> QWidget | None:
        step = self.steps.currentWidget()
        if step is self.done:
            return self.done.print_button
        return self.next_button if self.next_button.isEnabled() else self.list.empty.action_button

    # --- reading ----------------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(forfaits.forfaits, self._on_read, self._on_failed)

    def _on_read(self, tableau: Tableau) -> None:
        self._tableau = tableau
        self.list.show_tableau(tableau)
        if self.steps.currentWidget() is self.check:
            self._show(self.check if self.list.taken() else self.list)
        self._say_next()
        self._focus()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if not self.isVisible() or self._busy:
            return
        if self.steps.currentWidget() is not self.done:
            self._reload()
        elif "facturation" in kinds and self.done.lot is not None:
            still = partial(facturation.lot, lot_id=self.done.lot.id)
            self.context.worker.run(still, self.done.show_lot, self._on_gone)

    def _on_gone(self, _error: AppError) -> None:
        """It was undone: its forfaits are back in the list."""
        self._show(self.list)
        self._say("info", _GONE, _GONE_WHY)
        self._reload()

    # --- from step to step ------------------------------------------------------------------

    def _show(self, step: QWidget) -> None:
        if step is self.check and self._tableau is not None:
            self.check.show_tableau(self._tableau)
        self.steps.setCurrentWidget(step)
        self.header.set_words(_TITLE, _WHERE[self.steps.currentIndex()])
        self.footer.setVisible(step is not self.done)
        self.back_button.setVisible(step is self.check)
        self._say_next()
        self._focus()

    def _focus(self) -> None:
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _say_next(self) -> None:
        taken = len(self.list.taken())
        last = self.steps.currentWidget() is self.check
        self.next_button.setText(words.prepare(taken) if last else words.verify(taken))
        self.next_button.setEnabled(bool(taken) and not self._busy)
        self.next_button.updateGeometry()

    def _on_next_clicked(self) -> None:
        self._say("info", "")
        if self.steps.currentWidget() is self.list:
            self._show(self.check)
            return
        self._busy = True
        self._say_next()
        act = partial(_prepared, choix=self.list.choices())
        self.context.worker.run(act, self._on_prepared, self._on_refused)

    def _on_back_clicked(self) -> None:
        self._show(self.list)

    def _on_prepared(self, fait: Fait[Lot]) -> None:
        self._busy = False
        self.list.forget()
        self.done.show_lot(fait.result)
        self._show(self.done)
        self.context.undo.offer(words.prepared(fait.result), fait.changes)

    def _on_refused(self, error: AppError) -> None:
        """The list is read again: what changed is in it."""
        self._busy = False
        self._say("danger", error.sentence, error.way_out)
        self._show(self.list)
        self._reload()

    def _on_failed(self, error: AppError) -> None:
        self._say("danger", error.sentence, error.way_out)

    # --- once it is done --------------------------------------------------------------------

    def _on_print_clicked(self) -> None:
        if self.done.lot is not None:
            self.acts.print(self.done.lot)

    def _on_table_clicked(self) -> None:
        if self.done.lot is not None:
            self.acts.write(self.done.lot)

    def _on_lots_clicked(self) -> None:
        if self.done.lot is not None:
            route = Route("forfaits", onglet="lots", lot_id=self.done.lot.id)
            self.context.navigator.go(route)

    def _on_blocked_asked(self) -> None:
        self.context.navigator.go(Route("forfaits", filtre=Groupe.BLOQUE.value))

    def _say(self, kind: str, title: str, text: str = "") -> None:
        self._news.setVisible(bool(title))
        self.banner.show_message(kind, title, text)


def _prepared(office: Office, *, choix: list[Choix]) -> Fait[Lot]:
    return noted(office, partial(facturation.preparer, choix=choix))
