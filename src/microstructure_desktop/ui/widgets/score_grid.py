"""ScoreGrid: the answers of a scale sheet, one topic a row, one digit an answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from microstructure_desktop.ui import look

from .banner import announce
from .score_paint import RowState, draw_footer, draw_row
from .score_plan import GridPlan, Planner
from .score_rows import ScoreRow, sign_of
from .themed import KeyboardRing, Themed

__all__ = ["ScoreGrid", "ScoreRow"]

_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SLIDE = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_WIDE = 560
_ROOM = 60  # pixels of the page kept in sight around the current row


class ScoreGrid(KeyboardRing, Themed, QWidget):
    """One Tab stop, painted whole: twenty rows cost what one button does.

    A digit answers the current row and goes to the next; Up, Down, Home and End move; Left and
    Right slide along the tray; Backspace or Delete gives the answer back, or goes up one row when
    there is none.

    Signals:
        changed: a person answered, or gave an answer back.
        finished: a person pressed Enter.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, rows: Sequence[ScoreRow], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._values: dict[int, int] = {}
        self._refused: dict[int, str] = {}
        self._slip: int | None = None  # the row that was typed what it does not offer
        self._footer = ""
        self._current = 0
        self._pressed: tuple[int, int | None] | None = None
        self._hovered: tuple[int, int | None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.restyle()
        self._describe()

    def restyle(self) -> None:
        self._planner = Planner(self._rows)
        self._replan()

    def values(self) -> dict[int, int]:
        """Answers by number of row; a row without answer has none."""
        return {row.n: self._values[row.n] for row in self._rows if row.n in self._values}

    def set_values(self, values: Mapping[int, int]) -> None:
        """Show answers; a value that its row does not offer is left out."""
        self._values = {
            row.n: values[row.n] for row in self._rows if values.get(row.n) in row.values
        }
        self._slip = None
        self._replan()
        self._describe()

    def set_refused(self, refused: Mapping[int, str]) -> None:
        """Say under its row what is wrong with an answer, until said otherwise."""
        self._refused = dict(refused)
        self._replan()
        self._describe()

    def set_footer(self, text: str) -> None:
        self._footer = text
        self._replan()

    def set_current(self, n: int) -> None:
        self._go_to(next(at for at, row in enumerate(self._rows) if row.n == n))

    def current(self) -> int:
        return self._rows[self._current].n

    def sizeHint(self) -> QSize:
        wide = max(look.px(_WIDE), self._planner.least_width())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._planner.least_width(), self._planner.row_height())

    def heightForWidth(self, width: int) -> int:
        return self._plan_at(width).height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~_PLAIN or not self._take(key, sign_of(event.text())):
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        super().leaveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self._place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._place_at(event.position()) if left else None
        if self._pressed:  # nothing may move under the pointer before it is released
            self._current = self._pressed[0]
            self._describe()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer where the pointer was pressed and released: it may slide away to change its mind.

        A click on the value already chosen gives it back.
        """
        pressed, self._pressed = self._pressed, None
        if pressed is None or pressed != self._place_at(event.position()):
            return
        value = pressed[1]
        if value is not None:
            again = self._values.get(self._row.n) == value
            self._answer(None if again else value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self._plan_at(self.width())
        for at, (row, place) in enumerate(zip(self._rows, plan.rows, strict=True)):
            if event.rect().intersects(place.area.toAlignedRect()):
                draw_row(painter, row, place, self._state(at))
        if self._footer:
            draw_footer(painter, plan.footer, self._footer)

    def _take(self, key: Qt.Key, sign: str) -> bool:
        """Do what a key asks; False when it is not for the grid."""
        here = self._current
        value = self._row.typed(sign)
        if value is not None:
            announce(self, self._row.spoken(value))
            self._answer(value)
            self._go_to(here + 1)
        elif sign.isdecimal():
            self._slip_up()
        elif key in _SLIDE:
            self._slide(_SLIDE[key])
        elif key in _STEP:
            self._go_to(here + _STEP[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key is Qt.Key.Key_Home else len(self._rows) - 1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if self._row.n in self._values:
                self._answer(None)
            else:
                self._go_to(here - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            return False
        return True

    def _slip_up(self) -> None:
        self._slip = self._row.n
        self._replan()
        self._describe()
        announce(self, self._row.offer())

    def _slide(self, step: int) -> None:
        """To the next value of the tray; from no answer, to the end that the key comes from."""
        values = sorted(self._row.values)
        chosen = self._values.get(self._row.n)
        here = values.index(chosen) if chosen is not None else (-1 if step > 0 else len(values))
        self._answer(values[min(max(here + step, 0), len(values) - 1)])

    def _answer(self, value: int | None) -> None:
        before = self._values.pop(self._row.n, None)
        if value is not None:
            self._values[self._row.n] = value
        self._forgive()
        self._describe()
        self.update()
        if value != before:
            self.changed.emit()

    def _go_to(self, at: int) -> None:
        self._forgive()
        self._current = min(max(at, 0), len(self._rows) - 1)
        self._describe()
        self.update()
        self._keep_in_sight()

    def _forgive(self) -> None:
        if self._slip is not None:
            self._slip = None
            self._replan()

    def _keep_in_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inner = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inner is not None and self.hasFocus():
            area = self._plan_at(self.width()).rows[self._current].area.toAlignedRect()
            middle = self.mapTo(inner, area.center())
            above.ensureVisible(0, middle.y(), 0, area.height() // 2 + _ROOM)

    @property
    def _row(self) -> ScoreRow:
        return self._rows[self._current]

    def _notes(self) -> dict[int, str]:
        offers = {row.n: row.offer() for row in self._rows if row.n == self._slip}
        return self._refused | offers

    def _state(self, at: int) -> RowState:
        n = self._rows[at].n
        here = at == self._current and self.hasFocus()
        return RowState(
            value=self._values.get(n),
            hovered=self._hovered[1] if self._hovered and self._hovered[0] == at else None,
            current=here,
            ring=here and self.ring,
            note=self._notes().get(n, ""),
        )

    def _plan_at(self, width: int) -> GridPlan:
        if width not in self._plans:
            self._plans[width] = self._planner.plan(self._notes(), self._footer, width)
        return self._plans[width]

    def _replan(self) -> None:
        self._plans: dict[int, GridPlan] = {}
        self.updateGeometry()
        self.update()

    def _place_at(self, point: QPointF) -> tuple[int, int | None] | None:
        plan = self._plan_at(self.width())
        at = plan.row_at(point)
        return None if at is None else (at, plan.rows[at].value_at(point))

    def _set_hovered(self, place: tuple[int, int | None] | None) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        over = place is not None and place[1] is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.update()

    def _describe(self) -> None:
        """A painted grid has no parts to be read: it speaks of the row where the keyboard is."""
        spoken = self._row.spoken(self._values.get(self._row.n))
        said = self._notes().get(self._row.n, "")
        self.setAccessibleDescription(f"{spoken}. {said}" if said else spoken)
