"""Where everything in a score grid stands, at a width: painted and clicked from the same places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from microstructure_desktop.ui import fonts, look

from .score_rows import ScoreRow

SIGN = 16
PAD = 10
TRAY = 3  # between the edge of a tray and its cells
_GAP = 2  # between cells
_AIR = 6  # above and under the line of a topic
_LEAST_TOPIC = 150  # with less room for the topic, the tray goes under it
_WRAP = Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class RowPlace:
    """`cells` are places by value; `note` is empty when nothing is said under the row."""

    area: QRectF
    number: QRectF
    topic: QRectF
    tray: QRectF
    cells: Mapping[int, QRectF]
    note: QRectF

    def value_at(self, point: QPointF) -> int | None:
        return next((value for value, cell in self.cells.items() if cell.contains(point)), None)


@dataclass(frozen=True, slots=True)
class GridPlan:
    rows: tuple[RowPlace, ...]
    footer: QRectF
    height: int

    def row_at(self, point: QPointF) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.area.contains(point)), None)


class Planner:
    """What a grid measures once: its columns, in the fonts of the look in force.

    A value has the same column in every row, so that the eye and the hand find it again.
    """

    def __init__(self, rows: Sequence[ScoreRow]) -> None:
        self._rows = rows
        strong = QFontMetricsF(fonts.font("body", fonts.STRONG))
        self._pad = look.px(PAD)
        self._number = ceil(max(strong.horizontalAdvance(f"{row.n}.") for row in rows)) + 8
        self._cell = max(look.control_px(32), 24)
        self._word = ceil(strong.horizontalAdvance("Non")) + 2 * look.control_px(12)
        self._tall = max(look.control_px(28), 24)
        figures = {value for row in rows if not row.yes_no for value in row.values}
        self._columns = {value: at for at, value in enumerate(sorted(figures))}
        self._tray = ceil(max(self._cells_of(row)[1] for row in rows))

    def least_width(self) -> int:
        return self._number + self._tray + 2 * self._pad

    def row_height(self) -> int:
        """A row whose topic holds in one line."""
        return self._tall + 2 * TRAY + 2 * _AIR

    def plan(self, notes: Mapping[int, str], footer: str, width: float) -> GridPlan:
        down = 0.0
        places = []
        for row in self._rows:
            place = self._place(row, notes.get(row.n, ""), down, width)
            down = place.area.bottom() + 1  # the rule between two rows
            places.append(place)
        inner = width - 2 * self._pad
        tall = _tall(footer, fonts.font("body", fonts.STRONG), inner)
        foot = QRectF(self._pad, down + 2 * _AIR, inner, tall)
        bottom = foot.bottom() + _AIR if footer else down
        return GridPlan(tuple(places), foot, ceil(bottom))

    def _place(self, row: ScoreRow, note: str, top: float, width: float) -> RowPlace:
        left = self._pad + self._number
        words = width - self._pad - left
        beside = words - self._tray - look.px(16)
        under = beside < look.px(_LEAST_TOPIC)
        tray_tall = self._tall + 2 * TRAY
        topic_wide = words if under else beside
        topic_tall = _tall(row.topic, fonts.font(), topic_wide)
        line = topic_tall if under else max(tray_tall, topic_tall)
        down = top + _AIR
        topic = QRectF(left, down + (line - topic_tall) / 2, topic_wide, topic_tall)
        first_line = QFontMetricsF(fonts.font()).height()
        cells, tray_wide = self._cells_of(row)
        first = min((cell.left() for cell in cells.values()), default=0.0) - TRAY
        corner_x = left if under else width - self._pad - self._tray
        corner_y = down + line + 4 if under else down + (line - tray_tall) / 2
        tray = QRectF(corner_x + first, corner_y, tray_wide - first, tray_tall)
        bottom = max(topic.bottom(), tray.bottom())
        said = QRectF(left, bottom + 2, words, 0.0)
        if note:
            inner = words - look.px(SIGN) - 6
            said.setHeight(_tall(note, fonts.font("secondary", fonts.STRONG), inner))
            bottom = said.bottom()
        return RowPlace(
            QRectF(0, top, width, bottom + _AIR - top),
            QRectF(self._pad, topic.top(), self._number, first_line),
            topic,
            tray,
            {value: cell.translated(corner_x, corner_y) for value, cell in cells.items()},
            said,
        )

    def _cells_of(self, row: ScoreRow) -> tuple[dict[int, QRectF], float]:
        """The cells of a row from the corner of the common tray, and where the last one ends."""
        wide = self._word if row.yes_no else self._cell
        cells = {}
        for at, value in enumerate(row.values):
            column = at if row.yes_no else self._columns[value]
            cells[value] = QRectF(TRAY + column * (wide + _GAP), TRAY, wide, self._tall)
        return cells, max(cell.right() for cell in cells.values()) + TRAY


def _tall(text: str, font: QFont, width: float) -> float:
    room = QRectF(0, 0, max(width, 1.0), 10_000)
    return ceil(QFontMetricsF(font).boundingRect(room, _WRAP, text).height()) if text else 0.0
