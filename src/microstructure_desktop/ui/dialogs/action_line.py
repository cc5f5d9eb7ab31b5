"""ActionLine: what a meeting decided, done in one click or dropped with a reason."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.themed import show_when

from .action_words import late_line, over_line, waiting_line


class ActionLine(QWidget):
    """`name`: whom it is about, or which meeting; "" where that is said around. `owner`: say who
    does it.

    Signals:
        route_chosen: Route of the person that it is about, else of the meeting.
        done_asked, drop_asked: ActionDecidee.
    """

    route_chosen = Signal(object)
    done_asked = Signal(object)
    drop_asked = Signal(object)

    def __init__(
        self, decidee: ActionDecidee, today: date, *, name: str = "", owner: bool = False
    ) -> None:
        super().__init__()
        self.decidee = decidee
        words = decidee.action.decision.texte
        self.name_button = Button(name, "link")
        self.done_button = Button("C’est fait", icon="check")
        self.done_button.setAccessibleName(f"C’est fait{NBSP}: {words}")
        self.drop_button = IconButton("x", "Abandonner…", "quiet")
        self.drop_button.setAccessibleName(f"Abandonner{NBSP}: {words}")
        late = late_line(decidee, today)
        said = column(Paragraph(words, "body"), spacing=2)
        if late:
            said.addWidget(Paragraph(late, "label", "danger"))
        how = over_line(decidee) or waiting_line(decidee, today, owner=owner)
        said.addWidget(Paragraph(how, "caption"))
        acts = row(self.done_button, self.drop_button, None, spacing=6)
        self.setLayout(column(row(self.name_button, None), said, acts, spacing=4))
        show_when(self.name_button, bool(name))
        for button in (self.done_button, self.drop_button):
            show_when(button, decidee.mienne)
        self.name_button.clicked.connect(self._on_name_clicked)
        self.done_button.clicked.connect(self._on_done_clicked)
        self.drop_button.clicked.connect(self._on_drop_clicked)

    def _on_name_clicked(self) -> None:
        patient, action = self.decidee.patient, self.decidee.action
        if patient is None:
            self.route_chosen.emit(Route("reunion", reunion_id=action.synthese))
        else:
            self.route_chosen.emit(Route("dossier", patient_id=patient.id))

    def _on_done_clicked(self) -> None:
        self.done_asked.emit(self.decidee)

    def _on_drop_clicked(self) -> None:
        self.drop_asked.emit(self.decidee)
