"""Page: what the shell expects of every page."""

from PySide6.QtWidgets import QWidget

from .context import Context
from .navigation import Route
from .widgets.tabs import Tabs


class ShownPage(QWidget):
    """A page is built once, shown for each route of its name, and left each time.

    `with_panel`: the list of patients stays beside the page; a page that holds notes drops it.
    """

    with_panel = False

    def open(self, route: Route) -> None:
        """Show what the route names."""

    def leave(self) -> None:
        """Keep what was typed: another page is shown, the screen locks or the window closes."""

    def first_focus(self) -> QWidget | None:
        """What receives the keyboard when the page opens."""
        return None


class Page(ShownPage):
    """A page of the cabinet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def inside(self) -> str:
        """What is shown beyond the route: the tab, unless the page has another way to say it."""
        tabs = self._tabs_shown()
        return tabs.current() if tabs is not None else ""

    def return_inside(self, place: str) -> bool:
        """Show again what `inside` said; False while it is too early."""
        tabs = self._tabs_shown()
        if tabs is not None and tabs.current() != place:
            tabs.choose(place)
        return tabs is not None

    def _tabs_shown(self) -> Tabs | None:
        return next((tabs for tabs in self.findChildren(Tabs) if tabs.isVisible()), None)
