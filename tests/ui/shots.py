"""Shots: pictures of a widget in a look and a size, to look at."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.ui.theme import Theme

_PREFERENCES = {"light": "clair", "dark": "sombre"}


def shoot(
    widget: QWidget,
    name: str,
    folder: Path,
    *,
    size: tuple[int, int] = (1440, 900),
    look: str = "light",
    percent: int = 100,
    theme: Theme | None = None,
) -> Path:
    """Save `<name>_<look>_<width>x<height>[_<percent>].png` in a folder; return its path.

    Without `theme`, the one of the test application is borrowed.
    """
    (theme or _theme()).choose(_PREFERENCES[look], percent)
    widget.resize(*size)
    widget.show()
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
    suffix = "" if percent == 100 else f"_{percent}"
    path = folder / f"{name}_{look}_{size[0]}x{size[1]}{suffix}.png"
    folder.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(path))
    return path


def _theme() -> Theme:
    found = QApplication.instance().property("theme_under_test")
    assert isinstance(found, Theme)
    return found
