"""Shell: the animator's window; its sections at the left, one page, the lock."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.shell_frame import ShellFrame
from microstructure_desktop.ui.widgets.sidebar import Identity, SideEntry

from .context import Context
from .page import Page


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the sidebar; its key is the route that it leads to."""

    key: str
    icon: str
    label: str
    shortcut: str
    page: Callable[[Context], Page]
    low: bool = False


class Shell(ShellFrame):
    """Each section has its page."""

    context: Context

    def __init__(self, context: Context, sections: Iterable[Section], identity: Identity) -> None:
        shown = tuple(sections)
        self._makers = {section.key: section.page for section in shown}
        entries = [SideEntry(s.key, s.icon, s.label, s.shortcut, s.low) for s in shown]
        super().__init__(context, entries, identity)
        self.sidebar.discreet_button.hide()  # the register names no patient
        context.events.settings_changed.connect(self._on_settings_changed)
        self.sidebar.chosen.connect(self._on_section_chosen)

    def make_page(self, name: str) -> Page:
        return self._makers[name](self.context)

    def section_of(self, route: Route) -> str:
        return route.name

    def _on_settings_changed(self, settings: Settings) -> None:
        self.idle_watch.set_minutes(settings.verrouillage_minutes)

    def _on_section_chosen(self, key: str) -> None:
        self.context.navigator.go(Route(key))
