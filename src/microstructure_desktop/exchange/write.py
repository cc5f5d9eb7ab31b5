"""Put a bundle into a folder or on a USB stick, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .bundle import Bundle


def write(bundle: Bundle, folder: Path) -> Path:
    raise NotImplementedError
