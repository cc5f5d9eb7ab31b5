"""The page of every document: its margins, its heading and its foot with page n/N."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from . import fonts
from .structure import TaggedCanvas, ornament
from .styles import (
    ACCENT,
    BOTTOM,
    HAIRLINE,
    MARGIN,
    MARGINALIA,
    MARGINALIA_STRONG,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THIN,
    Style,
)
from .text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

_RIGHT = PAGE_WIDTH - MARGIN
_HEAD_Y = PAGE_HEIGHT - 17 * MM
_FOOT_Y = 14 * MM
_PALE = "#EBEFF1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the text of every page; `title` also names the file's content.

    `watermark` is written pale across the page, under the text. Not `numbered`: several papers in
    one file, each for somebody else.
    """

    title: str
    left: str
    right: str
    foot: tuple[str, str]
    band: str = ""
    watermark: str = ""
    numbered: bool = True


@dataclass(slots=True)
class Running:
    """Whom the text is about where the page turns: the next page says it again.

    `page`: the number of the page being drawn.
    """

    subject: str = ""
    page: int = 0


@dataclass(slots=True)
class _Pass:
    sheet: Sheet
    running: Running = field(default_factory=Running)
    total: int = 0


def render(sheet: Sheet, story: Callable[[Running], list[Any]]) -> bytes:
    """The PDF, in memory only. Laid out twice: the pages must be counted to be numbered."""
    fonts.glyphs()
    first = _Pass(sheet)
    _, total = _build(first, story(first.running))
    second = _Pass(sheet, total=total)
    pdf, _ = _build(second, story(second.running))
    return pdf


def _build(one: _Pass, flowables: list[Any]) -> tuple[bytes, int]:
    pdf = BytesIO()
    document = BaseDocTemplate(
        pdf,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=one.sheet.title,
        author="",
        subject="",
        creator="",
        keywords="",
        lang="fr-FR",
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    frame = Frame(MARGIN, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)
    template = PageTemplate(frames=[frame], onPage=lambda canvas, doc: _on_page(canvas, doc, one))
    document.addPageTemplates([template])
    document.build(flowables, canvasmaker=TaggedCanvas)
    return pdf.getvalue(), document.page


def _on_page(canvas: Canvas, document: Any, one: _Pass) -> None:
    one.running.page = document.page
    with ornament(canvas):
        _around(canvas, document, one)


def _around(canvas: Canvas, document: Any, one: _Pass) -> None:
    sheet = one.sheet
    canvas.saveState()
    if sheet.watermark:
        _across(canvas, sheet.watermark)
    half = TEXT_WIDTH / 2 - 4 * MM
    _left(canvas, sheet.left, MARGINALIA_STRONG, _HEAD_Y, half)
    _right(canvas, sheet.right, MARGINALIA, _HEAD_Y, half)
    _rule(canvas, _HEAD_Y - 2.4 * MM, ACCENT)
    if sheet.band:
        _band(canvas, sheet.band)
    if one.running.subject:
        _again(canvas, one.running.subject, half)
    _rule(canvas, _FOOT_Y + 4.6 * MM, HAIRLINE)
    for rank, text in enumerate(sheet.foot):
        _left(canvas, text, MARGINALIA, _FOOT_Y - rank * 3.6 * MM, TEXT_WIDTH - 22 * MM)
    if sheet.numbered:
        number = f"Page\xa0{document.page}/{one.total}"
        _right(canvas, number, MARGINALIA_STRONG, _FOOT_Y, 20 * MM)
    canvas.restoreState()


def _across(canvas: Canvas, text: str) -> None:
    """From corner to corner, as large as fits, too pale to hide what is read over it."""
    size = 0.8 * math.hypot(TEXT_WIDTH, TEXT_HEIGHT) / fonts.width(text, MARGINALIA_STRONG.font, 1)
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(math.degrees(math.atan2(TEXT_HEIGHT, TEXT_WIDTH)))
    canvas.setFont(MARGINALIA_STRONG.font, size)
    canvas.setFillColor(HexColor(_PALE))
    canvas.drawCentredString(0, -size / 3, text)
    canvas.restoreState()


def _again(canvas: Canvas, subject: str, room: float) -> None:
    style, more = MARGINALIA_STRONG, "\xa0(suite)"
    name = shorten(
        subject, style.font, style.size, room - fonts.width(more, style.font, style.size)
    )
    _right(canvas, name + more, style, _HEAD_Y - 6.6 * MM, room)


def _band(canvas: Canvas, text: str) -> None:
    """Outlined, so that it shows as well without colour."""
    style = MARGINALIA_STRONG
    wide = fonts.width(text, style.font, style.size) + 5 * MM
    y = _HEAD_Y - 8.2 * MM
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setLineWidth(0.9)
    canvas.rect(MARGIN, y, wide, 4.6 * MM, stroke=1, fill=0)
    _set(canvas, style)
    canvas.drawString(MARGIN + 2.5 * MM, y + 1.4 * MM, text)


def _left(canvas: Canvas, text: str, style: Style, y: float, room: float) -> None:
    _set(canvas, style)
    canvas.drawString(MARGIN, y, shorten(text, style.font, style.size, room))


def _right(canvas: Canvas, text: str, style: Style, y: float, room: float) -> None:
    _set(canvas, style)
    canvas.drawRightString(_RIGHT, y, shorten(text, style.font, style.size, room))


def _set(canvas: Canvas, style: Style) -> None:
    canvas.setFont(style.font, style.size)
    canvas.setFillColor(HexColor(style.colour))


def _rule(canvas: Canvas, y: float, colour: str) -> None:
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(THIN)
    canvas.line(MARGIN, y, _RIGHT, y)
