"""A QR code in a document: one path of squares, and what is read aloud in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from reportlab.lib.colors import black
from reportlab.platypus import Flowable

from .structure import Figure, part
from .styles import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

QUIET = 4
"""Squares left white around the code: a reader looks for them."""


def qr(data: bytes | str, size_mm: float, instead: str) -> Flowable:
    """A square of `size_mm`, its white border included; `instead` says what it holds.

    It has as few squares as hold the data, so that each is large, and corrects 15 % of them, or
    more where some are free. Bytes are never taken for the letters that they might be.

    Raises:
        ValueError: more than 2,331 bytes, which is all that a code can hold.
    """
    code = segno.make_qr(data, error="m", mode="byte" if isinstance(data, bytes) else None)
    return _Code(code.matrix, size_mm * MM, instead)


class _Code(Flowable):  # type: ignore[misc]
    def __init__(self, matrix: tuple[bytearray, ...], size: float, instead: str) -> None:
        super().__init__()
        self._matrix = matrix
        self._instead = instead
        self.width = self.height = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with part(self.canv, Figure(self._instead)):
            _fill(self.canv, self._matrix, self.width)


def _fill(canvas: Canvas, matrix: tuple[bytearray, ...], size: float) -> None:
    """In one path: squares filled one by one would show a pale line where they touch."""
    step = size / (len(matrix) + 2 * QUIET)
    path = canvas.beginPath()
    for rank, row in enumerate(matrix):
        for start, long in _runs(row):
            low = size - (QUIET + rank + 1) * step
            path.rect((QUIET + start) * step, low, long * step, step)
    canvas.setFillColor(black)
    canvas.drawPath(path, stroke=0, fill=1)


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where each line of dark squares starts, and how many they are."""
    start = 0
    for end in range(1, len(row) + 1):
        if end == len(row) or row[end] != row[start]:
            if row[start]:
                yield start, end - start
            start = end
