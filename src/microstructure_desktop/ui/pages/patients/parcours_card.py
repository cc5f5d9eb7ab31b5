"""ParcoursCard: the story of a follow-up, month by month, filtered by what happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from microstructure_desktop.ui.texts import count, month_and_year
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row

from .parcours import FICHES, PAPIERS, REUNIONS, SEANCES, Evenement
from .parcours_row import ParcoursRow

_ALL = "tout"
_FILTERS = (
    (_ALL, "Tout"),
    (SEANCES, "Séances"),
    (FICHES, "Fiches"),
    (REUNIONS, "Réunions"),
    (PAPIERS, "Documents"),
)
_BATCH = 15  # events built at once: a first screen, then as many each time more are wanted
_AHEAD = 3  # rows before the last one from which a walk builds more, laid out when reached
_NOTHING = {
    _ALL: "Rien n’est encore noté",
    SEANCES: "Aucune séance",
    FICHES: "Aucune fiche",
    REUNIONS: "Aucune réunion",
    PAPIERS: "Aucun document",
}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ParcoursCard(Card):
    """Rows are built as they are wanted: scrolled to, walked to, or asked for.

    Signals:
        route_chosen: Route of what the person wants to open.
        acts_asked: (button, Target), the menu of one event.
        row_reached: the ParcoursRow to bring on screen.
        whole_asked: the story of every follow-up is wanted again.
    """

    route_chosen = Signal(object)
    acts_asked = Signal(object, object)
    row_reached = Signal(object)
    whole_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Parcours")
        self._events: Sequence[Evenement] = ()
        self._kept: Sequence[Evenement] = ()
        self._welcome = ""
        self._month = ""
        self.rows: list[ParcoursRow] = []
        self.chips = Chips(_FILTERS, single=True, name="Filtrer le parcours")
        self.chips.set_selected((_ALL,))
        self.chips.changed.connect(self._on_filter_changed)
        self.header.addWidget(self.chips)
        self._period = Label("", "caption")
        self.whole_button = Button("Tout le parcours", "link")
        self.whole_button.clicked.connect(self.whole_asked)
        self._part = boxed(row(self._period, None, self.whole_button))
        self._part.hide()
        self._rows = column(spacing=0, margins=(0, 4, 0, 0))
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self.grow)
        self.body.addWidget(self._part)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more_button)

    def show_events(self, events: Sequence[Evenement], welcome: str, period: str = "") -> None:
        """`welcome` is said while there is no session yet; `period`: they are not all there."""
        self._period.setText(period)
        self._part.setVisible(bool(period))
        if (events, welcome) != (self._events, self._welcome) or not self._rows.count():
            self._events = events
            self._welcome = welcome
            self._show(max(_BATCH, len(self.rows)))

    def restart(self) -> None:
        """About somebody else: their first screen again."""
        self._events = ()
        self._kept = ()
        self._clear()

    def grow(self) -> None:
        """Build the next older events."""
        self._build(_BATCH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The filters go under the title rather than wrap beside it."""
        super().resizeEvent(event)
        assert self.title is not None
        edges = self.body.contentsMargins()
        room = event.size().width() - edges.left() - edges.right()
        wanted = self.title.sizeHint().width() + self.chips.sizeHint().width()
        beside = wanted + 2 * self.header.spacing() <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.header.setDirection(way)
        self.header.setStretch(1, int(beside))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((at for at, made in enumerate(self.rows) if made.hasFocus()), None)
        there = None if here is None else self._reached(event, here)
        if there is None:
            super().keyPressEvent(event)
            return
        if there >= len(self.rows) - _AHEAD:
            self.grow()
        self._focus(max(0, min(there, len(self.rows) - 1)))

    def _reached(self, event: QKeyEvent, here: int) -> int | None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            return here + _STEPS[key]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.rows) - 1}.get(key)

    def _focus(self, at: int) -> None:
        for made in self.rows:
            made.set_stop(stop=made is self.rows[at])
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.row_reached.emit(self.rows[at])

    def _on_filter_changed(self, _codes: tuple[str, ...]) -> None:
        self._show(_BATCH)

    def _clear(self) -> None:
        clear(self._rows)
        self.rows = []
        self._month = ""

    def _show(self, wanted: int) -> None:
        genre = self.chips.selected()[0]
        self._kept = [e for e in self._events if genre in (_ALL, e.genre)]
        self._clear()
        if not self._kept:
            text = self._welcome if genre in (_ALL, SEANCES) else ""
            self._rows.addWidget(EmptyState("route", _NOTHING[genre], text))
        self._build(wanted)
        if self.rows:
            self.rows[0].set_stop(stop=True)

    def _build(self, wanted: int) -> None:
        """In a part of its own: those laid out before are not laid out again."""
        first = len(self.rows)
        part = column(spacing=0)
        for event in self._kept[first : first + wanted]:
            self._add(event, part)
        self._rows.addWidget(boxed(part))
        left = len(self._kept) - len(self.rows)
        older = count(left, "événement plus ancien", "événements plus anciens")
        self.more_button.setText(f"Afficher {older}")
        self.more_button.setVisible(left > 0)

    def _add(self, event: Evenement, part: QVBoxLayout) -> None:
        month = month_and_year(event.jour).upper()
        if month != self._month:
            self._month = month
            part.addSpacing(4 if self.rows else 0)
            part.addWidget(Label(month, "over"))
            part.addSpacing(6)
        elif self.rows:
            self.rows[-1].set_last(last=False)
        made = ParcoursRow(event, last=True)
        made.route_chosen.connect(self.route_chosen)
        made.acts_asked.connect(self.acts_asked)
        part.addWidget(made)
        self.rows.append(made)
