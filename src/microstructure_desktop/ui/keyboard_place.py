"""KeyboardPlace: which field of a page had the keyboard, and the way back to it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from .page import Page

_EVERY_MS = 40
_STEADY = 6  # looks, with nothing asked of the store, before it is believed to stay
_PATIENCE = 250  # looks: a slow disk may take its time
_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


@dataclass(frozen=True, slots=True)
class KeyboardPlace:
    """What a field is and says, its rank among its like from top to bottom, and the cursor.

    `inside` is where in the page it is: a rubric, somebody on the agenda.
    """

    kind: str
    name: str
    rank: int
    anchor: int
    cursor: int
    inside: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def place_of(page: Page | None) -> KeyboardPlace | None:
    """Known even while the window is not the active one, or stands under a dialog."""
    field = page.window().focusWidget() if page is not None else None
    if page is None or field in (None, page) or not page.isAncestorOf(field):
        return None
    kind, name = type(field).__name__, field.accessibleName()
    rank = _alike(page, kind, name).index(field) if field.isVisible() else 0
    return KeyboardPlace(kind, name, rank, *_cursor(field), page.inside())


class KeyboardReturn(QObject):
    """Gives the keyboard back once the page shows the field, unless somebody is quicker.

    A page loads and then gives the keyboard to its first field: it is taken back until nothing
    moves any more.
    """

    def __init__(self, page: Page, place: KeyboardPlace, busy: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._place = place
        self._busy = busy
        self._inside = not place.inside
        self._looks = self._steady = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        handle = page.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @property
    def over(self) -> bool:
        return not self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self._looks += 1
        if not self._page.isVisible() or self._looks > _PATIENCE:
            self._timer.stop()
            return
        if not self._inside:
            self._inside = self._page.return_inside(self._place.inside)
        field = self._field() if self._inside else None
        if field is None:
            self._steady = 0
        elif self._page.window().focusWidget() is field and _cursor(field) == self._wanted:
            self._steady = 0 if self._busy() else self._steady + 1
            if self._steady >= _STEADY:
                self._timer.stop()
        else:
            field.setFocus()
            _put(field, *self._wanted)

    @property
    def _wanted(self) -> tuple[int, int]:
        return self._place.anchor, self._place.cursor

    def _field(self) -> QWidget | None:
        """None until the page shows it, with as much text as it had."""
        alike = _alike(self._page, self._place.kind, self._place.name)
        field = next(iter(alike[self._place.rank :]), None)
        if field is None or not field.isEnabled() or _length(field) < max(self._wanted):
            return None
        return field


def _alike(page: QWidget, kind: str, name: str) -> list[QWidget]:
    """Those of the same kind and name, as they are read."""
    found = [
        w
        for w in page.findChildren(QWidget)
        if type(w).__name__ == kind and w.accessibleName() == name and w.isVisible()
    ]
    return sorted(found, key=lambda w: _reading(w.mapTo(page, QPoint())))


def _reading(point: QPoint) -> tuple[int, int]:
    return point.y(), point.x()


def _length(field: QWidget) -> int:
    if isinstance(field, QLineEdit):
        return len(field.text())
    return field.document().characterCount() - 1 if isinstance(field, QTextEdit) else 0


def _cursor(field: QWidget) -> tuple[int, int]:
    """Where a selection began, and where one types; 0 in what is not typed in."""
    if isinstance(field, QTextEdit):
        return field.textCursor().anchor(), field.textCursor().position()
    if isinstance(field, QLineEdit):
        here = field.cursorPosition()
        ends = field.selectionStart(), field.selectionEnd()
        return (sum(ends) - here if field.hasSelectedText() else here), here
    return 0, 0


def _put(field: QWidget, anchor: int, cursor: int) -> None:
    if isinstance(field, QTextEdit):
        place = field.textCursor()
        place.setPosition(anchor)
        place.setPosition(cursor, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(place)
        field.ensureCursorVisible()
    elif isinstance(field, QLineEdit):
        field.setCursorPosition(cursor)
        if anchor != cursor:
            field.setSelection(anchor, cursor - anchor)
