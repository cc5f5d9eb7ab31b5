"""LineList: a calm list of lines that lead somewhere, the first ones shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row

from .tasks_card import TaskLine


@dataclass(frozen=True, slots=True)
class Line:
    """Two lines of text beside an icon, and the route behind."""

    title: str
    text: str
    icon: str
    route: Route
    tone: str = "text2"


class LineList(QWidget):
    """Signals:
    route_chosen: Route of the line clicked.
    """

    route_chosen = Signal(object)

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._all: tuple[Line, ...] = ()
        self._whole = False
        self._lines = column(spacing=2)
        self.none = Paragraph("")
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addLayout(self._lines)
        body.addLayout(row(self.none, margins=(10, 0, 10, 4)))
        body.addLayout(row(self.more_button, None, margins=(6, 0, 10, 0)))

    def show_lines(self, lines: Sequence[Line], none: str) -> None:
        """`none`: what is said when there is nothing."""
        same = [x.route for x in lines] == [x.route for x in self._all]
        self._all = tuple(lines)
        self.none.setText(none)
        self.none.setVisible(not lines)
        if same and self._all:
            self._rename()
        else:
            self._whole = False
            self._show()

    def lines(self) -> list[TaskLine]:
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w for w in widgets if isinstance(w, TaskLine)]

    def _rename(self) -> None:
        """The focus stays on its line."""
        for made, line in zip(self.lines(), self._all, strict=False):
            made.set_words(line.title, line.text)
            made.update()

    def _show(self) -> None:
        clear(self._lines)
        shown = self._all if self._whole else self._all[: self._most]
        for line in shown:
            made = TaskLine(line.title, line.text, line.icon, line.tone)
            made.clicked.connect(partial(self.route_chosen.emit, line.route))
            self._lines.addWidget(made)
        left = len(self._all) - len(shown)
        self.more_button.setVisible(left > 0)
        self.more_button.setText(f"Afficher {count(left, 'autre')}")

    def _on_more_clicked(self) -> None:
        self._whole = True
        self._show()
