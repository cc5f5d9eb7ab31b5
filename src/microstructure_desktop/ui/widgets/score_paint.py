"""How one row of a score grid is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from microstructure_desktop.ui import fonts, icons, look

from .score_plan import SIGN, RowPlace
from .score_rows import ScoreRow

_WORDS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
_BAR = 3


@dataclass(frozen=True, slots=True)
class RowState:
    """`hovered` is a value under the pointer; `current` and `ring` say where the keyboard is."""

    value: int | None = None
    hovered: int | None = None
    current: bool = False
    ring: bool = False
    note: str = ""


def draw_row(painter: QPainter, row: ScoreRow, place: RowPlace, state: RowState) -> None:
    if place.area.top() > 0:
        rule = QRectF(0, place.area.top() - 1, place.area.width(), 1)
        painter.fillRect(rule, look.colour("border"))
    if state.current:
        _draw_mark(painter, place.area)
    strong = fonts.STRONG if state.current else fonts.REGULAR
    painter.setFont(fonts.font("body", strong))
    painter.setPen(look.colour("primary" if state.current else "text3"))
    painter.drawText(place.number, _WORDS, f"{row.n}.")
    painter.setFont(fonts.font())
    painter.setPen(look.colour("text"))
    painter.drawText(place.topic, _WORDS, row.topic)
    _draw_tray(painter, place.tray, refused=bool(state.note))
    for value, cell in place.cells.items():
        _draw_cell(painter, cell, row.word(value), value == state.value, value == state.hovered)
    if state.note:
        _draw_note(painter, place.note, state.note)
    if state.ring:
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = look.control_px(6)
        painter.drawRoundedRect(place.area.adjusted(1, 1, -1, -1), radius, radius)


def draw_footer(painter: QPainter, area: QRectF, text: str) -> None:
    painter.fillRect(QRectF(0, area.top() - 8, area.right() + area.left(), 2), look.colour("track"))
    painter.setFont(fonts.font("body", fonts.STRONG))
    painter.setPen(look.colour("text"))
    painter.drawText(area, _WORDS | Qt.AlignmentFlag.AlignRight.value, text)


def _draw_mark(painter: QPainter, area: QRectF) -> None:
    radius = look.control_px(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("selected"))
    painter.drawRoundedRect(area, radius, radius)
    painter.setBrush(look.colour("primary"))
    bar = QRectF(area.left() + 2, area.top() + 6, _BAR, area.height() - 12)
    painter.drawRoundedRect(bar, 1.5, 1.5)


def _draw_tray(painter: QPainter, tray: QRectF, *, refused: bool) -> None:
    inset = 1.0 if refused else 0.5
    painter.setPen(QPen(look.colour("danger" if refused else "edge"), 2 * inset))
    painter.setBrush(look.colour("sunken"))
    radius = look.control_px(8)
    painter.drawRoundedRect(tray.adjusted(inset, inset, -inset, -inset), radius, radius)


def _draw_cell(
    painter: QPainter,
    cell: QRectF,
    word: str,
    chosen: bool,  # noqa: FBT001
    hovered: bool,  # noqa: FBT001
) -> None:
    if chosen or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary" if chosen else "hover"))
        radius = look.control_px(5)
        painter.drawRoundedRect(cell, radius, radius)
    painter.setFont(fonts.font("body", fonts.STRONG if chosen else fonts.REGULAR))
    painter.setPen(look.colour("on_primary" if chosen else "text2"))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, word)


def _draw_note(painter: QPainter, area: QRectF, text: str) -> None:
    side = look.px(SIGN)
    painter.setFont(fonts.font("secondary", fonts.STRONG))
    painter.setPen(look.colour("danger"))
    painter.drawText(area.adjusted(side + 6, 0, 0, 0), _WORDS, text)
    line = painter.fontMetrics().height()
    corner = QPoint(round(area.left()), round(area.top() + max(0, line - side) / 2))
    icons.draw(painter, corner, "circle-alert", "danger", side)
