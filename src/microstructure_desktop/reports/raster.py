"""Pages of a PDF as pictures, from memory to memory, for the preview and the printer."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_ONE_AT_A_TIME = Lock()
"""PDFium keeps state for the whole process: two threads inside it corrupt each other."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `data` holds `height` rows of `stride` bytes, each pixel B, G, R, unused."""

    width: int
    height: int
    stride: int
    data: bytes


def count(pdf: bytes) -> int:
    """How many pages."""
    with _opened(pdf) as document:
        return len(document)


def pages(pdf: bytes, dpi: int) -> Iterator[PageImage]:
    """Every page on white, in order, one at a time in memory: at 300 dpi each takes 35 MB."""
    for number in range(count(pdf)):
        with _opened(pdf) as document:
            picture = _picture(document[number], dpi / 72)
        yield picture


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
