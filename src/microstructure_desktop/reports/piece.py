"""A document received: whether it can be shown, and what it looks like on paper."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO

from . import raster
from .picture import UNREADABLE, Immense, on_white, opened

MAX_PAGES = 300
_SIDES = (2480, 3508)
"""A page at 300 dots per inch: more would not be seen."""
_A4 = (595.28, 841.89)
_MARGIN = 28
_QUALITY = 92
_PICTURES = ("PNG", "JPEG")


class Nature(StrEnum):
    """Media types that are taken."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


class Defaut(StrEnum):
    PROTEGE = "protege"
    ABIME = "abime"
    TROP_LONG = "trop_long"
    TROP_GRAND = "trop_grand"


_STARTS = {
    b"%PDF-": Nature.PDF,
    b"\x89PNG\r\n\x1a\n": Nature.PNG,
    b"\xff\xd8\xff": Nature.JPEG,
}


def nature(contenu: bytes) -> Nature | None:
    """What the first bytes say; None: nothing that is taken."""
    return next((kind for start, kind in _STARTS.items() if contenu.startswith(start)), None)


def defaut(contenu: bytes, kind: Nature) -> Defaut | None:
    """Why it cannot be shown, once opened to its last page; None when it can."""
    return _defaut_pdf(contenu) if kind is Nature.PDF else _defaut_image(contenu)


def apercu(contenu: bytes, kind: Nature) -> bytes:
    """A PDF to look at and to print; a picture stands alone on its page."""
    return contenu if kind is Nature.PDF else _page(contenu)


def _defaut_pdf(contenu: bytes) -> Defaut | None:
    try:
        if raster.count(contenu) > MAX_PAGES:
            return Defaut.TROP_LONG
        raster.check(contenu)
    except raster.Locked:
        return Defaut.PROTEGE
    except raster.Unreadable:
        return Defaut.ABIME
    return None


def _defaut_image(contenu: bytes) -> Defaut | None:
    try:
        opened(contenu, *_PICTURES).load()
    except Immense:
        return Defaut.TROP_GRAND
    except UNREADABLE:
        return Defaut.ABIME
    return None


def _page(contenu: bytes) -> bytes:
    """As large as the page allows, upright as the camera held it, on white."""
    from PIL import ImageOps
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    image = opened(contenu, *_PICTURES)
    image.thumbnail(_SIDES)
    drawn = BytesIO()
    on_white(ImageOps.exif_transpose(image)).save(drawn, "JPEG", quality=_QUALITY)
    drawn.seek(0)
    pdf = BytesIO()
    canvas = Canvas(pdf, pagesize=_A4, invariant=1)
    canvas.setTitle("Document")
    canvas.setAuthor("")
    box = _A4[0] - 2 * _MARGIN, _A4[1] - 2 * _MARGIN
    canvas.drawImage(
        ImageReader(drawn), _MARGIN, _MARGIN, *box, preserveAspectRatio=True, anchor="c"
    )
    canvas.showPage()
    canvas.save()
    return pdf.getvalue()
