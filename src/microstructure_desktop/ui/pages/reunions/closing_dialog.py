"""ClosingDialog: what ends with the meeting, asked because it cannot be undone."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Situation, Synthese
from microstructure_desktop.services.heure_de_fin import fin_a_l_horloge, fin_problem
from microstructure_desktop.services.synthese_preparation import prochaine_date
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.date_field import TimeField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import steps
from .names import Names

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

_BEGUN, _WHEN = "La réunion a commencé", "Quand a-t-elle fini ?"
_NO_END = "Entrez l’heure de fin, par exemple 14:00."
_TEXT = "Le compte rendu ne pourra plus changer, et ses décisions seront suivies."


class ClosingDialog(DialogFrame):
    """Signals:
    patient_chosen: str, the person goes back to somebody first.
    """

    patient_chosen = Signal(str)

    def __init__(self, parent: QWidget, synthese: Synthese, names: Names, now: datetime) -> None:
        super().__init__(parent, "printer", "primary", "Clore la réunion ?", _TEXT)
        self._names = names
        self._synthese = synthese
        self._clock = synthese.fin or fin_a_l_horloge(synthese, now)
        self.end = TimeField(self._clock)
        self.end_field = Field("Heure de fin", self.end)
        self._people: dict[Button, PatientId] = {}
        decisions = sum(s.decidees for s in synthese.vues)
        seen = texts.count(len(synthese.vues), "situation évoquée")
        made = texts.count(decisions, "décision") if decisions else "aucune décision"
        self.body.addWidget(Paragraph(f"{seen}, {made}.", "body"))
        next_ = synthese.prochaine or prochaine_date(synthese.jour)
        day = texts.long_date(next_)
        self.body.addWidget(Paragraph(f"Prochaine réunion{NBSP}: {day}.", "body"))
        self._ask_end()
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
        (self.back_button if self._clock else self.end).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its sentences need at this width."""
        self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)

    def accept(self) -> None:
        """Only once it is known when the meeting ended."""
        problem = self._problem()
        self.end_field.set_error(problem)
        if problem is None:
            super().accept()
            return
        self.end.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grow()

    def people(self) -> tuple[Button, ...]:
        return tuple(self._people)

    def _ask_end(self) -> None:
        """Known by the clock on the day itself; asked when somebody comes back to it later."""
        if self._clock is None:
            meeting = self._synthese
            begun = f"{texts.long_date(meeting.jour)} à {texts.clock(meeting.debut)}"
            self.body.addWidget(NoteLine("info", f"{_BEGUN} {begun}. {_WHEN}", "body"))
        self.body.addWidget(self.end_field)

    def _problem(self) -> str | None:
        end = self.end.value()
        if end is None:
            return _NO_END
        return None if end == self._clock else fin_problem(self._synthese.debut, end)

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
