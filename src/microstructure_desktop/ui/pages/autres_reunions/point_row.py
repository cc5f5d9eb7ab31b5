"""PointRow: one point of the agenda, its title, and what was said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.text_area import TextArea

_NO_TITLE = "Donnez un titre à ce point."


class PointRow(QWidget):
    """Signals:
    edited: at each key.
    moved: int, one place up (-1) or down (1).
    removed: it is not wanted.
    """

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank = Label("", "label")
        self.title = LineEdit(hint="De quoi parler")
        self.title.setText(point.titre)
        self.text = TextArea(point.texte, lines=3)
        self.up_button = IconButton("chevron-up", "Monter", "quiet")
        self.down_button = IconButton("chevron-down", "Descendre", "quiet")
        self.remove_button = IconButton("trash-2", "Retirer ce point", "quiet")
        self.doubt = NoteLine("triangle-alert", "", "label", "warn")
        self.problem = NoteLine("circle-alert", "", "label", "danger")
        head = row(self.rank, self.title, spacing=8)
        head.setStretch(1, 1)
        for button in (self.up_button, self.down_button, self.remove_button):
            head.addWidget(button)
        self.setLayout(column(head, self.problem, self.text, self.doubt, spacing=6))
        self.title.textEdited.connect(self.edited)
        self.text.text_changed.connect(self.edited)
        self.up_button.clicked.connect(lambda: self.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.moved.emit(1))
        self.remove_button.clicked.connect(self.removed)

    def point(self) -> Point:
        return Point(self.title.text(), self.text.text())

    def place(self, rank: int, count: int) -> None:
        """Where it stands among the others, from 1."""
        self.rank.setText(f"{rank}.")
        self.up_button.setEnabled(rank > 1)
        self.down_button.setEnabled(rank < count)
        names = {
            self.title: f"Titre du point{NBSP}{rank}",
            self.text.editor: f"Texte du point{NBSP}{rank}",
            self.up_button: f"Monter le point{NBSP}{rank}",
            self.down_button: f"Descendre le point{NBSP}{rank}",
            self.remove_button: f"Retirer le point{NBSP}{rank}",
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)

    def set_stage(self, *, spoken: bool, closed: bool) -> None:
        """Before the meeting there is only a title; after it, nothing changes."""
        self.text.setVisible(spoken)
        self.text.set_read_only(closed)
        self.title.setReadOnly(closed)
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setVisible(not closed)

    def show_problem(self) -> bool:
        """Whether it lacks a title."""
        bad = bool(self.text.text().strip()) and not self.title.text().strip()
        self.problem.set_text(_NO_TITLE if bad else "")
        return bad
