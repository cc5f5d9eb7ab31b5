"""Lucide icons, read from their package and drawn in the colours of the theme."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop import assets

from . import look

APPLICATION = "microstructure"  # drawn by us, in resources/icons

_STROKE = b'stroke-width="1.75"'
_asleep = {"waking": False}  # emptied once awake
_kept: dict[tuple[str, str, int, float], QPixmap] = {}


def pixmap(name: str, colour: str = "text2", size: int = 18) -> QPixmap:
    """An icon in a colour (a token, or a value such as #0B6670), `size` already grown."""
    shade = look.current().colours.get(colour, colour)
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    key = (name, shade, size, ratio)
    if key not in _kept:
        _kept[key] = _drawn(name, shade, size, ratio)
    return _kept[key]


def draw(painter: QPainter, corner: QPoint, name: str, colour: str, size: int) -> None:
    """Paint an icon in a paint event.

    The very first ones are left for just after: opening the archive and QtSvg costs 15 ms that
    the first window does not wait for.
    """
    if _asleep:
        if not _asleep["waking"]:
            _asleep["waking"] = True
            QTimer.singleShot(0, wake)
        return
    painter.drawPixmap(corner, pixmap(name, colour, size))


def wake() -> None:
    """Open the archive, and have what was painted without icons painted again."""
    _asleep.clear()
    _archive()
    for widget in QApplication.topLevelWidgets():
        for part in widget.findChildren(QWidget):
            part.update()


def icon(name: str, colour: str = "text2", size: int = 18) -> QIcon:
    return QIcon(pixmap(name, colour, size))


def names() -> list[str]:
    return [entry.removesuffix(".svg") for entry in _archive().namelist()]


def _drawn(name: str, shade: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    _asleep.clear()
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(made)
    source = _svg(name).replace(b"currentColor", shade.encode())
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=128)
def _svg(name: str) -> bytes:
    if name == APPLICATION:
        return assets.text("icons", f"{name}.svg").encode()
    return _archive().read(f"{name}.svg").replace(b'stroke-width="2"', _STROKE)


@lru_cache(maxsize=1)
def _archive() -> ZipFile:
    spec = find_spec("lucide")
    assert spec is not None
    assert spec.origin is not None
    return ZipFile(Path(spec.origin).with_name("lucide.zip"))
