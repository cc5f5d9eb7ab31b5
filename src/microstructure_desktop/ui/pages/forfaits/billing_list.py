"""First step of billing: every billable forfait, all of them ticked."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.facturation import Choix
from microstructure_desktop.services.forfait_lignes import ForfaitLigne, Groupe
from microstructure_desktop.services.forfait_mots import manque
from microstructure_desktop.services.forfaits import Tableau
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import amount, count, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import words

_ENTIER, _PRORATA = "entier", "prorata"
_NONE = "Rien à facturer aujourd’hui"
_WHY = "Un forfait vient ici quand son heure est venue et que rien ne lui manque."
_BLOCKED = "Voir ce qui bloque"
_INDENT = 33


class BillingList(QWidget):
    """Signals:
    changed: another choice.
    blocked_asked: the person wants to see what is missing elsewhere.
    """

    changed = Signal()
    blocked_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.lignes: tuple[ForfaitLigne, ...] = ()
        self._off: set[object] = set()
        self.boxes: list[CheckBox] = []
        self.all_button = Button("Tout cocher", "link")
        self.none_button = Button("Tout décocher", "link")
        self.amounts = Segmented(
            [(_ENTIER, "Montant entier"), (_PRORATA, "Au prorata")],
            name="Sorties avant terme",
        )
        self._rows = column(spacing=2)
        self._exits = boxed(row(Label("Sorties avant terme", "label"), self.amounts, None))
        self.empty = EmptyState("wallet", _NONE, _WHY, _BLOCKED)
        self.body = PageBody()
        card = Card("Forfaits facturables")
        card.header.addWidget(self.all_button)
        card.header.addWidget(self.none_button)
        card.body.addWidget(self._exits)
        card.body.addLayout(self._rows)
        self.body.fill(card)
        self.setLayout(column(self.body, self.empty, spacing=0))
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        self.amounts.changed.connect(self._on_amounts_changed)
        self.empty.action_clicked.connect(self.blocked_asked)
        context.discretion.changed.connect(self._fill)

    def show_tableau(self, tableau: Tableau) -> None:
        """What was unticked stays so."""
        self.lignes = tableau.du_groupe(Groupe.FACTURABLE)
        self.body.setVisible(bool(self.lignes))
        self.empty.setVisible(not self.lignes)
        left = [x for x in self.lignes if x.decompte.cycle.ecourte and x.decompte.du().differe]
        self._exits.setVisible(bool(left))
        if not self.amounts.value():
            self.amounts.set_value(_PRORATA if any(x.prorata for x in left) else _ENTIER)
        self._fill()

    def forget(self) -> None:
        """Everything ticked again, for another list."""
        self._off = set()

    def taken(self) -> tuple[ForfaitLigne, ...]:
        return tuple(x for x in self.lignes if x.cle not in self._off)

    def left(self) -> tuple[ForfaitLigne, ...]:
        return tuple(x for x in self.lignes if x.cle in self._off)

    def choices(self) -> list[Choix]:
        return [Choix.de(x, prorata=self._prorata) for x in self.taken()]

    def cents(self, ligne: ForfaitLigne) -> int:
        du = ligne.decompte.du()
        return du.prorata if self._prorata else du.entier

    @property
    def _prorata(self) -> bool:
        return self.amounts.value() == _PRORATA

    def _fill(self) -> None:
        clear(self._rows)
        self.boxes = []
        for ligne in self.lignes:
            box = CheckBox(self._words(ligne))
            box.setChecked(ligne.cle not in self._off)
            box.toggled.connect(self._on_toggled)
            self._rows.addWidget(box)
            for said in self._notes(ligne):
                self._rows.addLayout(row(_INDENT, Paragraph(said, "caption"), spacing=0))
            self.boxes.append(box)
        self.changed.emit()

    def _words(self, ligne: ForfaitLigne) -> str:
        cycle = ligne.decompte.cycle
        name = self._context.discretion.name(ligne.patient)
        acts = count(len(ligne.decompte.imputes), "acte")
        days = f"{numeric_date(cycle.debut)} – {numeric_date(cycle.fin)}"
        return f"{name} · {days} · {acts} · {amount(self.cents(ligne))}"

    def _notes(self, ligne: ForfaitLigne) -> Iterator[str]:
        """What prevents nothing and is to be known before."""
        if ligne.decompte.cycle.ecourte:
            yield _both(ligne)
        for found in ligne.manques:
            yield words.missing(found) + manque(self._context.reference, found)

    def _on_toggled(self) -> None:
        shown = zip(self.lignes, self.boxes, strict=True)
        self._off = {x.cle for x, box in shown if not box.isChecked()}
        self.changed.emit()

    def _on_amounts_changed(self, _code: str) -> None:
        for ligne, box in zip(self.lignes, self.boxes, strict=True):
            box.setText(self._words(ligne))
        self.changed.emit()

    def _on_all_clicked(self) -> None:
        for box in self.boxes:
            box.setChecked(True)

    def _on_none_clicked(self) -> None:
        for box in self.boxes:
            box.setChecked(False)


def _both(ligne: ForfaitLigne) -> str:
    du = ligne.decompte.du()
    return (
        f"Sortie avant terme : {amount(du.entier)} en entier, {amount(du.prorata)} au prorata "
        f"de {du.jours} jours sur {du.jours_cycle}."
    )
