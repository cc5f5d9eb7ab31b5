"""ProgrammeAbout: under a programme chosen, a word of caution, and for whom it is when asked."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.services import programme_mots
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.dialogs.programme_lines import ProgrammeLines
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

_ASK = "Pour qui est ce programme ?"


class ProgrammeAbout(QWidget):
    """It never refuses: what is refused is said at the field."""

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self.caution = NoteLine("triangle-alert", "", "secondary", "warn")
        self.ask_button = Button(_ASK, "link", "circle-question-mark")
        self.ask_button.setCheckable(True)
        self.lines = ProgrammeLines(reference)
        self.lines.hide()
        self.ask_button.toggled.connect(self.lines.setVisible)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.caution)
        body.addLayout(row(self.ask_button, None))
        body.addWidget(self.lines)

    def show_programme(self, programme: Programme | None, naissance: date | None, le: date) -> None:
        """`naissance` None: it is not known yet."""
        self.caution.set_text(programme_mots.prudence(programme, naissance, le))
        show_when(self, programme is not None)
        if programme is not None:
            self.lines.show_programme(programme)
