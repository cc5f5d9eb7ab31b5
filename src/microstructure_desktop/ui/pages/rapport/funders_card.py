"""FundersCard: who funds the microstructure, what for, and what falls in the year."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.rapport_saisie import LigneFinancement
from microstructure_desktop.ui.texts import NBSP, numeric_date, round_amount
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when

TITLE = "Financeurs"
_NOBODY = "Aucun financeur noté pour cette année."


class FundersCard(Card):
    """Signals:
    add_asked: another grant.
    edit_asked: Financement, to correct.
    remove_asked: Financement, to take out.
    """

    add_asked = Signal()
    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, annee: int, *, may_write: bool) -> None:
        super().__init__(TITLE)
        self._annee, self._may_write = annee, may_write
        self.add_button = Button("Ajouter un financeur", "link", "plus")
        self.add_button.clicked.connect(self.add_asked)
        show_when(self.add_button, may_write)
        self.header.addWidget(self.add_button)
        self._rows = column(spacing=8)
        self.total = Label("", "strong")
        self.body.addLayout(self._rows)
        self.body.addLayout(row(None, self.total))

    def show_grants(self, lignes: Iterable[LigneFinancement]) -> None:
        clear(self._rows)
        shown = tuple(lignes)
        for ligne in shown:
            self._rows.addWidget(Rule())
            self._rows.addWidget(self._line(ligne))
        if not shown:
            self._rows.addWidget(Paragraph(_NOBODY))
        total = sum(ligne.part_centimes for ligne in shown)
        self.total.setText(f"Sur {self._annee}{NBSP}: {round_amount(total)}")
        show_when(self.total, bool(shown))

    def _line(self, ligne: LigneFinancement) -> QWidget:
        grant = ligne.financement
        period = f"du {numeric_date(grant.du)} au {numeric_date(grant.au)}"
        facts = " · ".join(filter(None, (grant.nature, grant.precision, period)))
        told = column(
            Paragraph(grant.financeur, "strong"), Paragraph(facts, "secondary"), spacing=1
        )
        amounts = column(Label(round_amount(grant.montant_centimes), "strong"), None, spacing=1)
        if ligne.part_centimes != grant.montant_centimes:
            share = f"{round_amount(ligne.part_centimes)} sur {self._annee}"
            amounts.insertWidget(1, Label(share, "caption"))
        line = row(spacing=10)
        line.addLayout(told, 1)
        line.addLayout(amounts)
        if self._may_write:
            for icon, verb, asked in (
                ("pencil", "Corriger", self.edit_asked),
                ("trash-2", "Retirer", self.remove_asked),
            ):
                button = IconButton(icon, f"{verb}{NBSP}: {grant.financeur}", "quiet")
                button.clicked.connect(partial(asked.emit, grant))
                line.addWidget(button)
        return boxed(line)
