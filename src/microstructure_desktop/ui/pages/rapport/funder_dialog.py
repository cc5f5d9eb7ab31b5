"""FunderDialog: one grant: who gives, what for, how much, for which period."""

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.rapport_annuel import Financement
from microstructure_desktop.services.rapport_saisie import FinancementSaisi, financement_problems
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.asking import AskingDialog
from microstructure_desktop.ui.texts import NBSP, THIN, amount
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_WIDTH = 600
_WHAT = "L’ARS, une commune, un département… Le tableau du rapport les reprend."
_USUAL = ("ARS", "Commune", "Département", "Assurance maladie")
_NOT_A_DATE = "Écrivez une date comme 31/12/2025."
_EUROS = re.compile(r"(\d+)(?:[,.](\d{1,2}))?")


class FunderDialog(AskingDialog):
    """Signals:
    asked: FinancementSaisi.
    """

    asked = Signal(object)

    def __init__(
        self, parent: QWidget, context: Context, annee: int, known: Financement | None = None
    ) -> None:
        title = "Corriger le financement" if known is not None else "Nouveau financement"
        super().__init__(parent, "wallet", title, _WHAT, _WIDTH, "financeur")
        self.known = known
        self._context = context
        self.who = LineEdit(chars=42)
        self.usual = Chips([(w, w) for w in _USUAL], single=True, name="Financeurs habituels")
        self.what = LineEdit(chars=42)
        self.amount = LineEdit(chars=14)
        self.first, self.last = DateField(today=self._today), DateField(today=self._today)
        self.more = LineEdit(chars=42)
        self.fields = {
            "financeur": Field("Financeur", self.who),
            "nature": Field("Ce qui est financé", self.what, optional=True),
            "montant": Field("Montant en euros", self.amount),
            "du": Field("Du", self.first),
            "au": Field("Au", self.last),
            "precision": Field("Précision", self.more, optional=True),
        }
        self._lay_out()
        self.add_answers()
        self.usual.changed.connect(self._on_usual_chosen)
        self._fill(annee)

    def _lay_out(self) -> None:
        fields = self.fields
        self.body.addWidget(self.usual)
        for name in ("financeur", "nature", "montant"):
            self.body.addWidget(fields[name])
        self.body.addLayout(flow(fields["du"], fields["au"]))
        self.body.addWidget(fields["precision"])

    def _fill(self, annee: int) -> None:
        known = self.known
        self.first.set_value(known.du if known is not None else date(annee, 1, 1))
        self.last.set_value(known.au if known is not None else date(annee, 12, 31))
        if known is not None:
            self.who.setText(known.financeur)
            self.what.setText(known.nature)
            self.amount.setText(amount(known.montant_centimes).removesuffix(f"{NBSP}€"))
            self.more.setText(known.precision)

    def saisi(self) -> FinancementSaisi:
        return FinancementSaisi(
            self.who.text(),
            self.what.text(),
            cents(self.amount.text()),
            self.first.value(),
            self.last.value(),
            self.more.text(),
            self.known.id if self.known is not None else None,
        )

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to keep."""
        saisi = self.saisi()
        problems = financement_problems(saisi)
        for name, edit in (("du", self.first), ("au", self.last)):
            if not edit.is_readable():
                problems[name] = _NOT_A_DATE
        if not self.is_wrong(problems):
            self.asked.emit(saisi)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_usual_chosen(self, _codes: object) -> None:
        chosen = next(iter(self.usual.selected()), "")
        if chosen:
            self.who.setText(chosen)
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return self._context.now().date()


def cents(typed: str) -> int | None:
    """« 12 000 », « 829,5 », « 1 500,00 € » in cents; None when it is no amount."""
    bare = typed.replace(NBSP, " ").replace(THIN, " ").replace("€", "").replace(" ", "")
    found = _EUROS.fullmatch(bare) if bare.isascii() else None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None
