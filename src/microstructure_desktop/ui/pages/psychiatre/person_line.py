"""PersonLine: somebody of the month, a button to their record, and perhaps one more act."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.ui import look
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import Themed, show_when

_LETTER = "Écrire le courrier"
_DAY = 124


class PersonLine(Themed, QWidget):
    """`day`: when it stands at the left. `letter`: offers to write one.

    Signals:
        route_chosen: Route of the record, or of a letter about its person.
    """

    route_chosen = Signal(object)

    def __init__(
        self,
        patient: Patient,
        discretion: Discretion,
        text: str,
        *,
        day: str = "",
        tag: tuple[str, str] | None = None,
        letter: bool = False,
    ) -> None:
        super().__init__()
        self._patient, self._discretion = patient, discretion
        self.name_button = Button("", "link")
        self.letter_button = IconButton("mail", _LETTER, "quiet")
        head = row(self.name_button, None, spacing=8)
        if tag is not None:
            head.insertWidget(1, Tag(*tag))
        self.text = Paragraph(text)
        said = column(head, *([self.text] if text else []), spacing=0)
        whole = row(spacing=10)
        self._day = Label(day, "label")
        whole.addLayout(column(6, self._day, None))
        whole.addLayout(said, 1)
        whole.addLayout(column(self.letter_button, None))
        self.setLayout(whole)
        show_when(self._day, bool(day))
        show_when(self.letter_button, letter)
        self.name_button.clicked.connect(self._on_name_clicked)
        self.letter_button.clicked.connect(self._on_letter_clicked)
        self.name_anew()
        self.restyle()

    def restyle(self) -> None:
        self._day.setFixedWidth(look.control_px(_DAY))

    def name_anew(self) -> None:
        name = self._discretion.name(self._patient)
        self.name_button.setText(name)
        self.letter_button.setAccessibleName(f"{_LETTER}{NBSP}: {name}")

    def _on_name_clicked(self) -> None:
        self.route_chosen.emit(Route("dossier", patient_id=self._patient.id))

    def _on_letter_clicked(self) -> None:
        route = Route("dossier", patient_id=self._patient.id, formulaire="lettre")
        self.route_chosen.emit(route)
