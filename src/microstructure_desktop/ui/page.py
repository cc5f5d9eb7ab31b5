"""Page: what the shell expects of every page."""

from PySide6.QtWidgets import QWidget

from .context import Context
from .navigation import Route


class Page(QWidget):
    """A page is built once, shown for each route of its name, and left each time.

    `with_panel`: the list of patients stays beside the page; a page that holds notes drops it.
    """

    with_panel = False

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def open(self, route: Route) -> None:
        """Show what the route names."""

    def leave(self) -> None:
        """Keep what was typed: another page is shown, the screen locks or the window closes."""

    def first_focus(self) -> QWidget | None:
        """What receives the keyboard when the page opens."""
        return None
