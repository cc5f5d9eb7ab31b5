"""ParcoursRow: one event of the story, that the keyboard reaches and opens."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.record_menu import Target, more_button
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, clock, short_weekday
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.themed import KeyboardRing
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow

from .parcours import SEANCES, Evenement

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_RADIUS = 6


class ParcoursRow(KeyboardRing, TimelineRow):
    """Enter opens what the event leads to, the menu key its menu; arrows are for the story.

    Signals:
        route_chosen: Route of what the person wants to open.
        acts_asked: (button, Target), its menu.
    """

    route_chosen = Signal(object)
    acts_asked = Signal(object, object)

    def __init__(self, event: Evenement, *, last: bool) -> None:
        day = f"{short_weekday(event.jour)}{NBSP}{event.jour.day}"
        super().__init__(
            day,
            clock(event.heure) if event.heure is not None else "",
            event.role,
            event.titre,
            event.legende,
            event.texte,
            tags=event.tags,
            last=last,
            icon=event.icone,
        )
        self._opener: IconButton | None = None
        self._more: IconButton | None = None
        self.set_stop(stop=False)
        words = (day, event.titre, *(text for text, _ in event.tags), event.legende)
        self.setAccessibleName(", ".join(word for word in words if word))
        if event.route is not None:
            self._add_opener(event, event.route)
        if event.cible is not None:
            self._add_more(event.cible)

    def set_stop(self, *, stop: bool) -> None:
        """Whether Tab comes here; one row of the story at a time."""
        policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        menu = event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        )
        button = self._more if menu else self._opener if event.key() in _OPEN else None
        if button is None:
            super().keyPressEvent(event)
        else:
            button.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.draw_ring(QPainter(self), look.control_px(_RADIUS))

    def _add_opener(self, event: Evenement, route: Route) -> None:
        icon = "pencil" if event.genre == SEANCES else "chevron-right"
        self._opener = IconButton(icon, event.action, "quiet")
        self._opener.clicked.connect(partial(self.route_chosen.emit, route))
        self._add(self._opener)

    def _add_more(self, target: Target) -> None:
        self._more = more_button(target)
        self._more.clicked.connect(partial(self.acts_asked.emit, self._more, target))
        self._add(self._more)

    def _add(self, button: IconButton) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add_action(button)
