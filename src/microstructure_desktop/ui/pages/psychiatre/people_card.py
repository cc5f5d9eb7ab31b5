"""PeopleCard: people of the month, one line each, and what is said when there is nobody."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule

from .person_line import PersonLine


class PeopleCard(Card):
    """`none`: what is said when there is nobody; `note`: what is always said below.

    Signals:
        route_chosen: Route of what a line leads to.
    """

    route_chosen = Signal(object)

    def __init__(self, title: str, none: str, discretion: Discretion, note: str = "") -> None:
        super().__init__(title)
        self.many = Label("", "caption")
        self.header.addWidget(self.many)
        self._lines = column(spacing=8)
        self._none = Paragraph(none)
        self.note = Paragraph(note, "caption")
        self.body.addLayout(self._lines)
        for part in (self._none, self.note):
            self.body.addWidget(part)
        self.set_note(note)
        discretion.changed.connect(self._name_anew)

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        clear(self._lines)
        for rank, line in enumerate(lines):
            if rank:
                self._lines.addWidget(Rule())
            line.route_chosen.connect(self.route_chosen)
            self._lines.addWidget(line)
        self.many.setText(str(len(lines)) if lines else "")
        self._none.setVisible(not lines)

    def set_note(self, note: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def lines(self) -> list[PersonLine]:
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w for w in widgets if isinstance(w, PersonLine)]

    def _name_anew(self) -> None:
        for line in self.lines():
            line.name_anew()
