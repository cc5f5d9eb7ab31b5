"""The few text styles and measures that every document shares."""

from dataclasses import dataclass

from .fonts import REGULAR, SEMIBOLD

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN = 20 * MM
TOP, BOTTOM = 29 * MM, 24 * MM
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
GUTTER = 6 * MM

ACCENT, INK, GREY, HAIRLINE = "#0B6670", "#16242B", "#465862", "#B9C4CA"
THIN, THICK = 0.5, 1.1


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set text; `right` aligns it on the right edge of its column.

    `tag`: what such a text is to who has it read aloud, a title of some rank (H1…) or a text.
    """

    font: str
    size: float
    leading: float
    colour: str = INK
    right: bool = False
    tag: str = "P"


TITLE = Style(SEMIBOLD, 22, 27, tag="H1")
OVERLINE = Style(SEMIBOLD, 9, 13, ACCENT)
SUBTITLE = Style(REGULAR, 11.5, 16)
SECTION = Style(SEMIBOLD, 12.5, 17, ACCENT, tag="H2")
NAME = Style(SEMIBOLD, 11.5, 15, tag="H3")
FIGURE = Style(SEMIBOLD, 11.5, 15)
BODY = Style(REGULAR, 9.5, 13)
STRONG = Style(SEMIBOLD, 9.5, 13)
LABEL = Style(REGULAR, 8.5, 13, GREY)
LABEL_RIGHT = Style(REGULAR, 8.5, 15, GREY, right=True)
HEADING = Style(SEMIBOLD, 8.5, 13, ACCENT)
MARGINALIA = Style(REGULAR, 7.5, 10, GREY)
MARGINALIA_STRONG = Style(SEMIBOLD, 7.5, 10, INK)
