"""InterventionDialog: since when and until when a partner follows the person."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.partenaire import Intervenant
from microstructure_desktop.services import intervenants
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.intervenants import Autour
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .fields import NOT_A_DATE

_WHAT = "Quand il ne suit plus la personne, notez la date de fin : la ligne reste lisible."


class InterventionDialog(DialogFrame):
    """Signals:
    remove_asked: the line was written by mistake.
    """

    remove_asked = Signal()

    def __init__(self, parent: QWidget, ligne: Autour, today: date) -> None:
        partenaire = ligne.partenaire
        super().__init__(parent, "contact-round", "primary", partenaire.nom, _WHAT)
        self.ligne = ligne
        known = ligne.intervenant
        self.depuis = DateField(known.depuis, today=lambda: today)
        self.jusqu_a = DateField(known.jusqu_a, today=lambda: today)
        self.precision = LineEdit(known.precision, chars=44)
        self.fields = {
            "depuis": Field("Depuis le", self.depuis, optional=True),
            "jusqu_a": Field("Jusqu’au", self.jusqu_a, optional=True),
            "precision": Field(
                "Précision",
                self.precision,
                hint=f"Qui, pour quoi, quels jours. {lisible(Permission.DOCUMENTS)}",
                optional=True,
            ),
        }
        self.body.setSpacing(12)
        self.body.addLayout(flow(self.fields["depuis"], self.fields["jusqu_a"]))
        self.body.addWidget(self.fields["precision"])
        self.remove_button = Button("Retirer la ligne", "ghost", "trash-2")
        self.remove_button.clicked.connect(self.remove_asked)
        self.buttons.insertWidget(0, self.remove_button)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.save_button = self.add_button("Enregistrer", "primary", accepts=True)

    def accept(self) -> None:
        problems = intervenants.problems(
            self.depuis.value(), self.jusqu_a.value(), self.precision.text()
        )
        for name, editor in (("depuis", self.depuis), ("jusqu_a", self.jusqu_a)):
            if not editor.is_readable():
                problems[name] = NOT_A_DATE.format(self.fields[name].label.text())
        wrong = show_problems(self.fields, problems)
        self.grow()
        if not wrong:
            super().accept()

    def action(self) -> Callable[[Office], Intervenant]:
        return partial(
            intervenants.edit,
            intervenant_id=self.ligne.intervenant.id,
            depuis=self.depuis.value(),
            jusqu_a=self.jusqu_a.value(),
            precision=self.precision.text(),
        )
