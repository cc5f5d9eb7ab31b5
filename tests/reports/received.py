"""Files as they are received: sound, and made to harm."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def pdf(pages: int = 1, **options: Any) -> bytes:
    drawn = BytesIO()
    canvas = Canvas(drawn, invariant=1, **options)
    for number in range(pages):
        canvas.drawString(100, 700, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()


def png(size: tuple[int, int] = (80, 60)) -> bytes:
    return _saved(size, "PNG")


def jpeg(size: tuple[int, int] = (80, 60)) -> bytes:
    return _saved(size, "JPEG")


def bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is a square of `side` pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def _saved(size: tuple[int, int], kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, "black").save(made, kind)
    return made.getvalue()
