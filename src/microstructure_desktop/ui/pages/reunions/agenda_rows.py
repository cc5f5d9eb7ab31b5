"""AgendaRows: one line per patient to discuss, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_LONGEST = 240


class _PatientRow(QWidget):
    """Who, why, and room for buttons at the right."""

    def __init__(
        self, patient: PatientId, title: str, reason: str, question: str, sign: tuple[str, str]
    ) -> None:
        super().__init__()
        self.patient = patient
        words = column(Label(title, "strong"), Paragraph(reason, "secondary"), spacing=0)
        if question:
            words.addWidget(Paragraph(f"« {question} »", "caption"))
        self.line = row(IconLabel(*sign, 18), spacing=12, margins=(0, 6, 0, 6))
        self.line.addLayout(words, 1)
        self.setLayout(self.line)
        self.setAccessibleName(title)

    def add_button(self, button: Button) -> None:
        self.line.addWidget(button)


class ProposalRow(_PatientRow):
    """Signals:
    accepted: PatientId.
    """

    accepted = Signal(str)

    def __init__(
        self, patient: PatientId, title: str, reason: str, question: str, sign: tuple[str, str]
    ) -> None:
        super().__init__(patient, title, reason, question, sign)
        self.accept_button = Button("Ajouter", "link", "plus")
        self.accept_button.setAccessibleName(f"Ajouter {title} à l’ordre du jour")
        self.accept_button.clicked.connect(self._on_accept_clicked)
        self.add_button(self.accept_button)

    def _on_accept_clicked(self) -> None:
        self.accepted.emit(self.patient)


class AgendaRow(_PatientRow):
    """Alt and an arrow move the line too; emptied, its minutes are an equal share again.

    Signals:
        moved: PatientId, and -1 up or 1 down.
        removed: PatientId.
        planned: PatientId, and its minutes or None.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    planned = Signal(str, object)

    def __init__(
        self, patient: PatientId, title: str, reason: str, question: str, sign: tuple[str, str]
    ) -> None:
        super().__init__(patient, title, reason, question, sign)
        self._told: int | None = None
        self.minutes = LineEdit(chars=3)
        self.minutes.setValidator(QIntValidator(1, _LONGEST, self))
        self.minutes.setAccessibleName(f"Minutes prévues pour {title}")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes.editingFinished.connect(self._on_minutes_typed)
        self.line.addWidget(self.minutes)
        self.line.addWidget(Label("min", "caption"))
        self.up_button = IconButton("chevron-up", f"Monter {title}", "quiet")
        self.down_button = IconButton("chevron-down", f"Descendre {title}", "quiet")
        self.remove_button = IconButton("x", f"Retirer {title} de l’ordre du jour", "quiet")
        self.up_button.clicked.connect(self._on_up_clicked)
        self.down_button.clicked.connect(self._on_down_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.line.setSpacing(6)
        for button in (self.up_button, self.down_button, self.remove_button):
            self.add_button(button)

    def show_minutes(self, share: int, said: int | None) -> None:
        """`share`: what the patient gets as long as nobody said it otherwise."""
        self._told = said
        self.minutes.setPlaceholderText(str(share))
        self.minutes.setText("" if said is None else str(said))
        self.minutes.setToolTip("" if said is None else "Vider pour partager le temps également")

    def _on_minutes_typed(self) -> None:
        typed = self.minutes.text()
        said = int(typed) if typed else None
        if said != self._told:
            self._told = said
            self.planned.emit(self.patient, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.moved.emit(self.patient, step)

    def _on_up_clicked(self) -> None:
        self.moved.emit(self.patient, -1)

    def _on_down_clicked(self) -> None:
        self.moved.emit(self.patient, 1)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self.patient)
