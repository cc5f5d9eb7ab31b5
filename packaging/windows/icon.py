"""The icon of Windows' programs, drawn at build from the drawing that the window shows."""

import os
import struct
from collections.abc import Mapping
from pathlib import Path

from windows.tools import ROOT

DRAWING = ROOT / "resources" / "icons" / "microstructure.svg"
COLOUR = b"#0B6670"  # as the window's, in ui/application.py
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
HEADER, ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def write(target: Path) -> None:
    source = DRAWING.read_bytes().replace(b"currentColor", COLOUR)
    target.write_bytes(pack({side: picture(source, side) for side in SIZES}))


def picture(source: bytes, side: int) -> bytes:
    """One size of the drawing, as PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    kept = QGuiApplication.instance() or QGuiApplication([])
    assert kept is not None
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(source).render(painter)
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")
    return bytes(out.data().data())


def pack(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file; a side of 256 is written 0."""
    at = HEADER.size + ENTRY.size * len(pictures)
    head, body = HEADER.pack(0, 1, len(pictures)), b""
    for side, png in pictures.items():
        head += ENTRY.pack(side % 256, side % 256, 0, 0, 1, 32, len(png), at + len(body))
        body += png
    return head + body
