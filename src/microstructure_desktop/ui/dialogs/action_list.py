"""ActionList: actions decided in meetings, the first ones shown, the focus kept on its line."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule

from .action_line import ActionLine


class ActionList(QWidget):
    """`named`: how to say whom each is about, None where the page says it.

    Signals:
        route_chosen: Route of the person, or of the meeting, that one is about.
        done_asked, drop_asked: ActionDecidee.
    """

    route_chosen = Signal(object)
    done_asked = Signal(object)
    drop_asked = Signal(object)

    def __init__(
        self, most: int, named: Callable[[ActionDecidee], str] | None, *, owner: bool
    ) -> None:
        super().__init__()
        self._most, self._named, self._owner = most, named, owner
        self._all: tuple[ActionDecidee, ...] = ()
        self._today = date.min
        self._whole = False
        self._lines = column(spacing=10)
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(self._lines)
        body.addLayout(row(self.more_button, None))

    def show_actions(self, actions: Sequence[ActionDecidee], today: date) -> None:
        self._all, self._today = tuple(actions), today
        self._show()

    def lines(self) -> list[ActionLine]:
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w for w in widgets if isinstance(w, ActionLine)]

    def name_anew(self) -> None:
        for line in self.lines():
            if self._named is not None:
                line.name_button.setText(self._named(line.decidee))

    def _show(self) -> None:
        """What was done under the focus leaves it to the line that takes its place."""
        focused = next((n for n, x in enumerate(self.lines()) if x.done_button.hasFocus()), None)
        clear(self._lines)
        shown = self._all if self._whole else self._all[: self._most]
        for rank, decidee in enumerate(shown):
            if rank:
                self._lines.addWidget(Rule())
            self._lines.addWidget(self._line(decidee))
        left = len(self._all) - len(shown)
        self.more_button.setVisible(left > 0)
        self.more_button.setText(f"Afficher {count(left, 'autre')}")
        lines = self.lines()
        if focused is not None and lines:
            lines[min(focused, len(lines) - 1)].done_button.setFocus()

    def _line(self, decidee: ActionDecidee) -> ActionLine:
        name = self._named(decidee) if self._named is not None else ""
        made = ActionLine(decidee, self._today, name=name, owner=self._owner)
        made.route_chosen.connect(self.route_chosen)
        made.done_asked.connect(self.done_asked)
        made.drop_asked.connect(self.drop_asked)
        return made

    def _on_more_clicked(self) -> None:
        self._whole = True
        self._show()
