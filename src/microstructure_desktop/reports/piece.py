"""A document received: whether it can be shown, and what it looks like on paper."""

from __future__ import annotations

import struct
import zlib
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from . import raster

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 300
MAX_PIXELS = 50_000_000
_SIDES = (2480, 3508)
"""A page at 300 dots per inch: more would not be seen."""
_A4 = (595.28, 841.89)
_MARGIN = 28
_QUALITY = 92


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
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    IndexError,
    KeyError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow raises about a picture that is not one."""


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
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        image = _opened(contenu)
        if image.width * image.height > MAX_PIXELS:
            return Defaut.TROP_GRAND
        image.load()
    except (DecompressionBombError, DecompressionBombWarning):
        return Defaut.TROP_GRAND
    except _UNREADABLE:
        return Defaut.ABIME
    return None


def _opened(contenu: bytes) -> Image:
    """Only its head is read; a picture said to be immense is refused there."""
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(BytesIO(contenu), formats=("PNG", "JPEG"))


def _page(contenu: bytes) -> bytes:
    """As large as the page allows, upright as the camera held it, on white."""
    from PIL import Image, ImageOps
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    opened = _opened(contenu)
    opened.thumbnail(_SIDES)
    turned = ImageOps.exif_transpose(opened).convert("RGBA")
    flat = Image.new("RGB", turned.size, "white")
    flat.paste(turned, mask=turned.getchannel("A"))
    drawn = BytesIO()
    flat.save(drawn, "JPEG", quality=_QUALITY)
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
