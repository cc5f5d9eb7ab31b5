"""Pages of a PDF as pictures, from memory to memory, for the preview and the printer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `data` holds `height` rows of `stride` bytes, each pixel B, G, R, unused."""

    width: int
    height: int
    stride: int
    data: bytes


def pages(pdf: bytes, dpi: int) -> list[PageImage]:
    raise NotImplementedError
