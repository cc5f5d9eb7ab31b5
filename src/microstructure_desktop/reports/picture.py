"""A picture that a stranger may have made: opened without trusting what it says of itself."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 50_000_000
UNREADABLE = (
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


class Immense(Exception):
    """More pixels than a page can have."""


def opened(contenu: bytes, *formats: str) -> Image:
    """Only its head is read; a picture said to be immense is refused there.

    Raises:
        Immense, *UNREADABLE: it cannot be shown.
    """
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(contenu), formats=formats)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise Immense from None
    check(image)
    return image


def check(image: Image) -> None:
    """Before its pixels are read; those of each page of a file may be more.

    Raises:
        Immense
    """
    if image.width * image.height > MAX_PIXELS:
        raise Immense


def on_white(image: Image) -> Image:
    """What is transparent is white, as on paper."""
    from PIL import Image

    turned = image.convert("RGBA")
    flat = Image.new("RGB", turned.size, "white")
    flat.paste(turned, mask=turned.getchannel("A"))
    return flat
