"""The faces of every document: embedded, so that a printout never depends on the machine."""

from functools import cache
from pathlib import Path

from font_source_sans_pro import font_directory
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "SourceSansPro"
SEMIBOLD = "SourceSansPro-Semibold"
_FILES = {REGULAR: "SourceSansPro-Regular.ttf", SEMIBOLD: "SourceSansPro-Semibold.ttf"}


@cache
def glyphs() -> frozenset[str]:
    """Register the faces, and give the characters that all of them can draw."""
    found: list[set[str]] = []
    for name, file in _FILES.items():
        font = TTFont(name, str(Path(font_directory, file)))
        pdfmetrics.registerFont(font)
        found.append({chr(code) for code in font.face.charToGlyph})
    return frozenset(set.intersection(*found))


def width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))
