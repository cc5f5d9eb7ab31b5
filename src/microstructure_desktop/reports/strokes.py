"""What a hand needs on paper: boxes to tick, frames and lines to write in, figures to circle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from . import fonts
from .fonts import REGULAR, SEMIBOLD
from .styles import GREY, INK, MM, Style
from .text import printable, shorten, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

CHOICE = Style(REGULAR, 8.5, 11)
SMALL = Style(REGULAR, 7.5, 9.5, GREY)
_FAINT = Style(REGULAR, 6.5, 8, GREY)
_FIGURE = Style(SEMIBOLD, 8.5, 11)

BOX = 3.2 * MM
FRAME = 6.6 * MM
LINE = 8 * MM
_GAP = 1.8 * MM
_BETWEEN = 4 * MM
_AROUND = BOX + _GAP + _BETWEEN
_STROKE = 0.6
_MOST_COLUMNS = 4
_LISTED = 6
"""From so many choices on, a column that wraps a long one beats a single column."""


_Cell = tuple[float, list[str]]
"""How far a choice is from the left, and its label's lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of paper: `draw` starts at its top left corner and goes down `height`."""

    height: float
    draw: Callable[[Canvas, float, float], None]


def words(text: str, width: float, style: Style = SMALL) -> list[Row]:
    """A text over as many rows as it has lines."""
    return [
        Row(style.leading, partial(_draw_words, text=part, style=style))
        for part in wrap(text, style.font, style.size, width)
    ]


def ticks(labels: Sequence[str], width: float) -> list[Row]:
    """A box before each choice: in columns, or one after the other when that takes less paper."""
    labels = [*map(printable, labels)]
    packed = _packed(labels, width)
    columns = _columns(labels, width)
    if len(packed) == 1 or (packed and len(packed) < -(-len(labels) // columns)):
        return [_ticks(row) for row in packed]
    pitch = width / columns
    cells = [
        (at % columns * pitch, wrap(label, CHOICE.font, CHOICE.size, pitch - _AROUND))
        for at, label in enumerate(labels)
    ]
    return [_ticks(cells[at : at + columns]) for at in range(0, len(cells), columns)]


def figures(low: int, high: int, width: float) -> Row:
    """A row of figures in boxes, one to circle."""
    pitch = min(9 * MM, width / (high - low + 1))
    return Row(FRAME + MM, partial(_draw_figures, low=low, high=high, pitch=pitch))


def day() -> Row:
    """Frames for the day, the month and the year."""
    return frames([("jj", 11 * MM), ("mm", 11 * MM), ("aaaa", 18 * MM)])


def frames(parts: Sequence[tuple[str, float]], after: str = "") -> Row:
    """Frames to write in, each with a faint word in its corner; a text at their right."""
    return Row(FRAME + MM, partial(_draw_frames, parts=parts, after=printable(after)))


def together(first: Row, second: Row, shift: float) -> Row:
    """Two rows as one, the second that far to the right."""
    return Row(
        max(first.height, second.height), partial(_draw_both, both=(first, second), shift=shift)
    )


def numbered(names: Sequence[str], width: float, frame: float = FRAME) -> list[Row]:
    """A frame of that width after each name, on lines as full as they can be."""
    fonts.glyphs()
    widest = max(fonts.width(name, _FIGURE.font, _FIGURE.size) for name in names)
    name = min(widest, width - frame - _GAP)
    pitch = name + frame + _GAP + _BETWEEN
    room = max(1, int((width + _BETWEEN) / pitch))
    cells = [
        (at % room * pitch, shorten(text, _FIGURE.font, _FIGURE.size, name))
        for at, text in enumerate(names)
    ]
    return [
        Row(
            FRAME + 2 * MM,
            partial(_draw_numbered, cells=cells[at : at + room], name=name, frame=frame),
        )
        for at in range(0, len(names), room)
    ]


def lines(count: int, width: float) -> list[Row]:
    """Lines to write on."""
    return [Row(LINE, partial(_draw_line, width=width))] * count


def write(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    """A text on one line, from its baseline."""
    canvas.setFont(style.font, style.size)
    canvas.setFillColor(HexColor(style.colour))
    if text:
        canvas.drawString(x, y, text)


def pen(canvas: Canvas, colour: str = INK, weight: float = _STROKE) -> None:
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)


def _columns(labels: Sequence[str], width: float) -> int:
    widest = max(fonts.width(label, CHOICE.font, CHOICE.size) for label in labels)
    least = 2 if len(labels) > _LISTED else 1
    return min(max(int(width / (widest + _AROUND)), least), _MOST_COLUMNS, len(labels))


def _packed(labels: Sequence[str], width: float) -> list[list[_Cell]]:
    """Each choice right after the one before it; nothing when one is wider than the paper."""
    rows: list[list[_Cell]] = [[]]
    x = 0.0
    for label in labels:
        own = fonts.width(label, CHOICE.font, CHOICE.size) + _AROUND
        if own > width + _BETWEEN:
            return []
        if x + own > width + _BETWEEN:
            rows.append([])
            x = 0.0
        rows[-1].append((x, [label]))
        x += own
    return rows


def _ticks(row: list[_Cell]) -> Row:
    height = max(len(lines) for _, lines in row) * CHOICE.leading + 0.8 * MM
    return Row(height, partial(_draw_ticks, cells=row))


def _draw_words(canvas: Canvas, x: float, top: float, *, text: str, style: Style) -> None:
    write(canvas, x, top - style.leading + 0.25 * style.size, text, style)


def _draw_ticks(canvas: Canvas, x: float, top: float, *, cells: list[_Cell]) -> None:
    for shift, lines in cells:
        left = x + shift
        pen(canvas)
        canvas.rect(left, top - BOX - 0.3 * MM, BOX, BOX)
        for at, text in enumerate(lines):
            y = top - at * CHOICE.leading - 0.9 * CHOICE.size
            write(canvas, left + BOX + _GAP, y, text, CHOICE)


def _draw_figures(
    canvas: Canvas, x: float, top: float, *, low: int, high: int, pitch: float
) -> None:
    pen(canvas)
    for rank, figure in enumerate(map(str, range(low, high + 1))):
        left = x + rank * pitch
        canvas.rect(left, top - FRAME, pitch, FRAME)
        shift = (pitch - fonts.width(figure, _FIGURE.font, _FIGURE.size)) / 2
        write(canvas, left + shift, top - FRAME + 2.1 * MM, figure, _FIGURE)


def _draw_frames(
    canvas: Canvas, x: float, top: float, *, parts: Sequence[tuple[str, float]], after: str
) -> None:
    pen(canvas)
    for word, width in parts:
        canvas.rect(x, top - FRAME, width, FRAME)
        write(canvas, x + 0.8 * MM, top - FRAME + 0.8 * MM, word, _FAINT)
        x += width + MM
    write(canvas, x + MM, top - FRAME + 2.1 * MM, after, SMALL)


def _draw_both(
    canvas: Canvas, x: float, top: float, *, both: tuple[Row, Row], shift: float
) -> None:
    first, second = both
    first.draw(canvas, x, top)
    second.draw(canvas, x + shift, top - (first.height - second.height) / 2)


def _draw_numbered(
    canvas: Canvas,
    x: float,
    top: float,
    *,
    cells: list[tuple[float, str]],
    name: float,
    frame: float,
) -> None:
    pen(canvas)
    base = top - FRAME - MM
    for shift, text in cells:
        right = x + shift + name
        left = right - fonts.width(text, _FIGURE.font, _FIGURE.size)
        write(canvas, left, base + 2.1 * MM, text, _FIGURE)
        canvas.rect(right + _GAP, base, frame, FRAME)


def _draw_line(canvas: Canvas, x: float, top: float, *, width: float) -> None:
    pen(canvas, GREY)
    canvas.line(x, top - LINE + 1.2 * MM, x + width, top - LINE + 1.2 * MM)
