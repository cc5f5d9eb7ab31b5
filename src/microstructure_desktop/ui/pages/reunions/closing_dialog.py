"""ClosingDialog: what ends with the meeting, asked because it cannot be undone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Situation, Synthese
from microstructure_desktop.services.synthese_preparation import prochaine_date
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import steps
from .names import Names

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

_TEXT = "Le compte rendu ne pourra plus changer, et ses décisions seront suivies."


class ClosingDialog(DialogFrame):
    """Signals:
    patient_chosen: str, the person goes back to somebody first.
    """

    patient_chosen = Signal(str)

    def __init__(self, parent: QWidget, synthese: Synthese, names: Names) -> None:
        super().__init__(parent, "printer", "primary", "Clore la réunion ?", _TEXT)
        self._names = names
        self._people: dict[Button, PatientId] = {}
        decisions = sum(s.decidees for s in synthese.vues)
        seen = texts.count(len(synthese.vues), "situation évoquée")
        made = texts.count(decisions, "décision") if decisions else "aucune décision"
        self.body.addWidget(Paragraph(f"{seen}, {made}.", "body"))
        next_ = synthese.prochaine or prochaine_date(synthese.jour)
        day = texts.long_date(next_)
        self.body.addWidget(Paragraph(f"Prochaine réunion{NBSP}: {day}.", "body"))
        self._ask("Évoquées sans décision : c’est bien cela ?", steps.undecided(synthese))
        self._ask("Pas encore évoquées :", steps.undiscussed(synthese))
        left = steps.to_follow(synthese)
        if left:
            old = texts.count(left, "ancienne décision")
            self.body.addWidget(NoteLine("info", f"{old} sans suite : à reprendre ensuite."))
        self.body.addStretch(1)
        names.discretion.changed.connect(self._name)
        self._name()
        self.back_button = self.add_button("Revenir à la réunion", accepts=False)
        self.close_button = self.add_button("Clore et imprimer", "primary", accepts=True)
        self.back_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its sentences need at this width."""
        self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)

    def people(self) -> tuple[Button, ...]:
        return tuple(self._people)

    def _ask(self, question: str, situations: Iterable[Situation]) -> None:
        """A question about some patients, each a way back to them."""
        buttons = []
        for situation in situations:
            button = Button(kind="link")
            button.clicked.connect(self._on_patient_clicked)
            self._people[button] = situation.patient
            buttons.append(button)
        if buttons:
            self.body.addSpacing(6)
            self.body.addWidget(NoteLine("circle-alert", question, "label", "warn"))
            self.body.addLayout(flow(*buttons, spacing=6))

    def _name(self) -> None:
        for button, patient in self._people.items():
            button.setText(self._names.patient(patient))
            button.updateGeometry()

    def _on_patient_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        self.reject()
        self.patient_chosen.emit(self._people[button])
