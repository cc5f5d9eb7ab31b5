"""RequestCard: note that somebody asks for something about their data."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.services.demandes import (
    DEMANDEUR_MAX,
    NATURES,
    DemandeSaisie,
    problems,
)
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_FIRST = NatureDemande.ACCES.value
_WHO = "Vide si la personne demande elle-même. Sinon qui, et à quel titre : parent, tutrice…"


class RequestCard(Card):
    """Signals:
    asked: DemandeSaisie, without a fault.
    edited: something was typed or chosen.
    """

    asked = Signal(object)
    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("Nouvelle demande")
        self._context = context
        self.nature = ComboField([(kind.value, said) for kind, said in NATURES.items()])
        self.jour = DateField(today=self._today)
        self.demandeur = LineEdit()
        self.demandeur.setMaxLength(DEMANDEUR_MAX)
        self.fields = {
            "nature": Field("Ce que la personne demande", self.nature),
            "jour": Field("Reçue le", self.jour),
            "demandeur": Field("Qui demande", self.demandeur, hint=_WHO, optional=True),
        }
        self.button = Button("Enregistrer la demande", icon="check")
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addLayout(row(self.button, None))
        self.nature.changed.connect(self.edited)
        self.jour.changed.connect(self.edited)
        self.jour.textEdited.connect(self.edited)
        self.demandeur.textEdited.connect(self.edited)
        self.button.clicked.connect(self._on_clicked)
        self.demandeur.returnPressed.connect(self._on_clicked)
        self.clear()

    def clear(self) -> None:
        self.nature.set_value(_FIRST)
        self.jour.set_value(self._today())
        self.demandeur.clear()
        for field in self.fields.values():
            field.set_error(None)

    def typed(self) -> dict[str, str]:
        """What differs from an empty card, as it was typed."""
        base = {"nature": _FIRST, "jour": numeric_date(self._today()), "demandeur": ""}
        now = {
            "nature": self.nature.value(),
            "jour": self.jour.text(),
            "demandeur": self.demandeur.text(),
        }
        return {name: text for name, text in now.items() if text != base[name]}

    def resume(self, typed: Mapping[str, str]) -> None:
        """It was begun before, and not recorded."""
        self.nature.set_value(typed.get("nature", _FIRST))
        self.jour.setText(typed.get("jour", self.jour.text()))
        self.demandeur.setText(typed.get("demandeur", ""))

    def _today(self) -> date:
        return self._context.now().date()

    def _on_clicked(self) -> None:
        chosen = self.nature.value()
        saisie = DemandeSaisie(
            NatureDemande(chosen) if chosen else None, self.jour.value(), self.demandeur.text()
        )
        if not show_problems(self.fields, problems(saisie, self._today())):
            self.asked.emit(saisie)
