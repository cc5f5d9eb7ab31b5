"""A scan of printed pages, a PDF or a picture: the contents of every QR code on it.

Measured on codes of 1,125 bytes printed 72 mm wide: all are read from 90 dpi up, turned, grey,
blurred or in black and white only, and with a stain over 12 % of each (26 mm across), small spots
over 4 %, or a line lost to a fold of 3 mm. A code whose corner square is covered is not found.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

from . import raster
from .picture import UNREADABLE, Immense, check, on_white, opened
from .piece import Nature, nature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MAX_PAGES = 100
_DPI = 300
_FORMATS = ("PNG", "JPEG", "TIFF")
_SMOOTHED = 4_000
"""Pixels of a side for which grain is smoothed over one neighbour; more when it is finer."""


class ScanUnreadable(AppError):
    sentence = "Ce fichier n’est pas une page scannée que l’on puisse lire."
    way_out = "Scannez de nouveau la page en PDF, TIFF, PNG ou JPEG, sans mot de passe."


class ScanTooLarge(AppError):
    sentence = "Ce fichier a trop de pages, ou des pages trop grandes."
    way_out = "Scannez à 300 points par pouce, cent pages au plus à la fois."


def codes(scan: bytes) -> tuple[bytes, ...]:
    """What each code holds, page by page, once each; whoever made it.

    Raises:
        ScanUnreadable, ScanTooLarge: it is no scan, or may be made to harm.
    """
    pages = _printed(scan) if nature(scan) is Nature.PDF else _pictures(scan)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about what is damaged: it is read or not
            return tuple(dict.fromkeys(code for page in pages for code in _read(page)))
    except Immense:
        raise ScanTooLarge from None
    except (raster.Unreadable, *UNREADABLE):
        raise ScanUnreadable from None


def _printed(pdf: bytes) -> Iterator[Image]:
    from PIL import Image

    if raster.count(pdf) > MAX_PAGES:
        raise Immense
    for page in raster.pages(pdf, _DPI):
        size = page.width, page.height
        read = Image.frombuffer("RGBX", size, page.data, "raw", "BGRX", page.stride, 1)
        yield read.convert("L")


def _pictures(scan: bytes) -> Iterator[Image]:
    """A TIFF may hold several; what it says of their number is not believed."""
    image = opened(scan, *_FORMATS)
    for number in range(MAX_PAGES):
        check(image)
        yield (on_white(image) if image.has_transparency_data else image).convert("L")
        try:
            image.seek(number + 1)
        except EOFError:
            return
    raise Immense


def _read(page: Image) -> Iterator[bytes]:
    """As it is, then with its grain smoothed: each way finds codes that the other does not."""
    import zxingcpp
    from PIL import ImageFilter

    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    radius = 1 + max(page.size) // _SMOOTHED
    for seen in (page, page.filter(ImageFilter.BoxBlur(radius))):
        for code in zxingcpp.read_barcodes(seen, formats=kind):
            yield code.bytes
