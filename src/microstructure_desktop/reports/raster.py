"""Pages of a PDF as pictures, from memory to memory, for the preview and the printer."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

_LONGEST = 4_000
"""Pixels of a side: a page at 300 dpi has 3508, a received one may claim to be a kilometre wide."""
_ONE_AT_A_TIME = Lock()
"""PDFium keeps state for the whole process: two threads inside it corrupt each other."""


class Unreadable(Exception):
    """No PDF, or a damaged one."""


class Locked(Unreadable):
    """It opens with a password only."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `data` holds `height` rows of `stride` bytes, each pixel B, G, R, unused."""

    width: int
    height: int
    stride: int
    data: bytes


def count(pdf: bytes) -> int:
    """How many pages.

    Raises:
        Locked, Unreadable: it cannot be opened.
    """
    with _opened(pdf) as document:
        return len(document)


def check(pdf: bytes) -> None:
    """Open every page, and draw the first small.

    Raises:
        Locked, Unreadable: one cannot be shown.
    """
    with _opened(pdf) as document:
        if not len(document):
            raise Unreadable
        for number in range(len(document)):
            document[number].close()
        _picture(document[0], 0.1)


def pages(pdf: bytes, dpi: int) -> Iterator[PageImage]:
    """Every page on white, in order, one at a time in memory: at 300 dpi each takes 35 MB."""
    for number in range(count(pdf)):
        with _opened(pdf) as document:
            picture = _picture(document[number], dpi / 72)
        yield picture


def followed(pdf: bytes, others: Sequence[bytes]) -> bytes:
    """The pages of one PDF, then those of the others; what the first says of its own stays.

    Raises:
        Locked, Unreadable: one cannot be opened.
    """
    with _ONE_AT_A_TIME, _document(pdf) as whole:
        for other in others:
            with _document(other) as more:
                whole.import_pages(more)
        written = BytesIO()
        whole.save(written)
        return written.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME, _document(pdf) as document:
        yield document


@contextmanager
def _document(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Only who holds the lock may open one."""
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        raise (Locked if locked else Unreadable) from None  # its message may quote the file


def _picture(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    longest = max(page.get_size())
    bounded = min(scale, _LONGEST / longest) if longest else scale
    bitmap = page.render(scale=bounded, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
