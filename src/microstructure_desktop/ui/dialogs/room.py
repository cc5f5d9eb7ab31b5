"""The room that a dialog takes over a page, never more than the window has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look


def room_over(page: QWidget, width: int, height: int) -> QSize:
    """At the size of the text; on a small screen its buttons must stay in sight."""
    return QSize(look.px(width), look.px(height)).boundedTo(page.window().size())
