"""Shell: the cabinet's window; names hidden or not, the palette, and what is undone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from . import way_back
from .actions import Action, Groupe
from .context import Context
from .discretion_key import DiscretionKey
from .navigation import Route
from .page import Page
from .palette_key import PaletteKey
from .shell_frame import ShellFrame
from .widgets.sidebar import Identity, SideEntry

PageFactory = Callable[[Context], Page]


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the sidebar: where it leads, and the other pages that belong to it."""

    key: str
    icon: str
    label: str
    route: Route
    shortcut: str = ""
    low: bool = False
    pages: frozenset[str] = frozenset()

    def holds(self, route: Route) -> bool:
        return route.name == self.route.name or route.name in self.pages


class Shell(ShellFrame):
    """Its pages are made by their names; a section may lead to several."""

    context: Context

    def __init__(
        self,
        context: Context,
        sections: Iterable[Section],
        pages: Mapping[str, PageFactory],
        identity: Identity,
        panel: Callable[[Context], QWidget] | None = None,
    ) -> None:
        self._sections = tuple(sections)
        self._factories = pages
        self.place: way_back.Place | None = None  # of the person, when the screen was locked
        entries = [SideEntry(s.key, s.icon, s.label, s.shortcut, s.low) for s in self._sections]
        super().__init__(context, entries, identity, (lambda: panel(context)) if panel else None)
        self._discretion_key = DiscretionKey(context.discretion, self)
        self.palette_key = PaletteKey(context, map(_way, self._sections), self)
        self._connect()

    def make_page(self, name: str) -> Page:
        return self._factories[name](self.context)

    def section_of(self, route: Route) -> str:
        return next((s.key for s in self._sections if s.holds(route)), "")

    def page(self) -> Page | None:
        """The page shown."""
        shown = super().page()
        return shown if isinstance(shown, Page) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.palette_key.follow_window()

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._on_section_chosen)
        self.sidebar.state_chosen.connect(self._on_state_chosen)
        self.sidebar.discreet_chosen.connect(self._on_discreet_chosen)
        self.context.discretion.changed.connect(self._on_discretion_changed)
        self.toast.undo_pressed.connect(self.context.undo.undo)
        self._redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        self._redo.activated.connect(self.context.undo.redo)

    def _on_discreet_chosen(self, discreet: bool) -> None:  # noqa: FBT001
        self.context.discretion.switch(on=discreet)

    def _on_discretion_changed(self) -> None:
        self.sidebar.set_discreet(self.context.discretion.on)

    def _on_section_chosen(self, key: str) -> None:
        route = next(section.route for section in self._sections if section.key == key)
        self.context.navigator.go(route)

    def _on_state_chosen(self, page: str) -> None:
        self.context.navigator.go(Route(page))

    def _on_lock_requested(self) -> None:
        self.place = way_back.place_now(self.context, self)
        super()._on_lock_requested()


def _way(section: Section) -> Action:
    return Action(
        f"page.{section.key}",
        section.label,
        section.icon,
        section.route,
        shortcut=section.shortcut,
        groupe=Groupe.PAGES,
    )
