"""Shell: the main window; sections at the left, a list when wanted, one page, the lock."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from . import fonts, look, way_back
from .actions import Action, Groupe
from .context import Context
from .discretion_key import DiscretionKey
from .events import Notice
from .idle import IdleWatch
from .navigation import Route
from .page import Page
from .palette_key import PaletteKey
from .widgets.layouts import boxed
from .widgets.side_panel import SidePanel
from .widgets.sidebar import Identity, Sidebar, SideEntry, StateLine
from .widgets.toast import Toast

PageFactory = Callable[[Context], Page]

_SMALLEST = (1024, 640)
_USUAL = (1440, 900)
_FULL_SIDEBAR = 1360
_PANEL_BESIDE = 1100
_PAGE = 700  # with less, the sidebar gives way
_GROWTH = 0.35  # of these limits with the text size


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


class Shell(QMainWindow):
    """Pages are built when first shown. Its title never says more than the application's name.

    Signals:
        closed: the window closes; what was typed has been handed to the worker.
    """

    closed = Signal()

    def __init__(
        self,
        context: Context,
        sections: Iterable[Section],
        pages: Mapping[str, PageFactory],
        identity: Identity,
        panel: Callable[[Context], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.context = context
        self._sections = tuple(sections)
        self._factories = pages
        self._pages: dict[str, Page] = {}
        self._percent = look.current().percent
        self.place: way_back.Place | None = None  # of the person, when the screen was locked
        fonts.load_rest()
        entries = [SideEntry(s.key, s.icon, s.label, s.shortcut, s.low) for s in self._sections]
        self.sidebar = Sidebar(entries, identity)
        self.stack = QStackedWidget()
        self._ground = QHBoxLayout()
        self._lay_out()
        self.panel = SidePanel(panel(context), self._ground) if panel else None
        self.toast = Toast(self.stack)
        self.idle_watch = IdleWatch(context.settings.verrouillage_minutes, parent=self)
        self._discretion_key = DiscretionKey(context.discretion, self)
        self.palette_key = PaletteKey(context, map(_way, self._sections), self)
        self._connect()
        self.setWindowTitle("Microstructure")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)

    # --- what the composition root says -----------------------------------------------------

    def set_badge(self, section: str, text: str) -> None:
        self.sidebar.set_badge(section, text)

    def set_states(self, lines: Iterable[StateLine]) -> None:
        self.sidebar.set_states(lines)

    def page(self) -> Page | None:
        """The page shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def leave(self) -> None:
        """Have the page shown keep what was typed; the worker may have to be drained after."""
        shown = self.page()
        if shown is not None:
            shown.leave()

    # --- what happens -----------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        self.closed.emit()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.idle_watch.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self.palette_key.follow_window()

    def _lay_out(self) -> None:
        self._ground.setContentsMargins(0, 0, 0, 0)
        self._ground.setSpacing(0)
        self._ground.addWidget(self.sidebar)
        self._ground.addWidget(self.stack, 1)
        ground = boxed(self._ground)
        self.setCentralWidget(ground)
        self.cover = QWidget(ground)
        self.cover.setAutoFillBackground(True)
        self.cover.hide()

    def _connect(self) -> None:
        self.context.navigator.route_requested.connect(self._on_route_requested)
        self.context.events.notice_requested.connect(self._on_notice_requested)
        self.context.events.lock_requested.connect(self._on_lock_requested)
        self.context.theme.changed.connect(self._on_theme_changed)
        self.sidebar.chosen.connect(self._on_section_chosen)
        self.sidebar.state_chosen.connect(self._on_state_chosen)
        self.sidebar.lock_clicked.connect(self.context.events.lock_requested)
        self.sidebar.panel_clicked.connect(self._on_panel_clicked)
        self.sidebar.discreet_chosen.connect(self._on_discreet_chosen)
        self.context.discretion.changed.connect(self._on_discretion_changed)
        self.idle_watch.idle.connect(self.context.events.lock_requested)
        self.toast.undo_pressed.connect(self.context.undo.undo)
        self._redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        self._redo.activated.connect(self.context.undo.redo)
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._back.activated.connect(self._on_escape)

    def _on_discreet_chosen(self, discreet: bool) -> None:  # noqa: FBT001
        self.context.discretion.switch(on=discreet)

    def _on_discretion_changed(self) -> None:
        self.sidebar.set_discreet(self.context.discretion.on)

    def _on_section_chosen(self, key: str) -> None:
        route = next(section.route for section in self._sections if section.key == key)
        self.context.navigator.go(route)

    def _on_state_chosen(self, page: str) -> None:
        self.context.navigator.go(Route(page))

    def _on_route_requested(self, route: Route) -> None:
        self.leave()
        if route.name not in self._pages:
            page = self._factories[route.name](self.context)
            self._pages[route.name] = page
            self.stack.addWidget(page)
        page = self._pages[route.name]
        section = next((s.key for s in self._sections if s.holds(route)), "")
        self.sidebar.set_current(section)
        self.stack.setCurrentWidget(page)
        self._share_room()
        page.open(route)
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_notice_requested(self, notice: Notice) -> None:
        self.toast.show_notice(
            notice.text, notice.action, notice.on_action, notice.kind, notice.keys
        )

    def _on_lock_requested(self) -> None:
        """Hide everything at once; who owns the store then closes it."""
        self.place = way_back.place_now(self.context, self)
        self.leave()
        self.toast.close_now()
        self.cover.setGeometry(self.rect())
        self.cover.show()
        self.cover.raise_()

    def _on_escape(self) -> None:
        if self.panel and self.panel.is_open_drawer():
            self.panel.hide()
        else:
            self.context.navigator.back()

    def _on_panel_clicked(self) -> None:
        if self.panel:
            self.panel.toggle_drawer(self.sidebar.width(), self.height())

    def _on_theme_changed(self) -> None:
        """Another text size: fixed widths of pages are old, so pages are built again."""
        if look.current().percent == self._percent:
            return
        self._percent = look.current().percent
        self.leave()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._share_room()
        if self.context.navigator.current:
            self._on_route_requested(self.context.navigator.current)

    def _share_room(self) -> None:
        """Give the sidebar and the list what the window allows."""
        shown = self.page()
        wanted = self.panel is not None and shown is not None and shown.with_panel
        width = self.width() / (1 + (look.current().percent / 100 - 1) * _GROWTH)
        panel = look.size("list") if wanted else 0
        room = self.width() - look.size("sidebar") - panel
        self.sidebar.set_rail(width < _FULL_SIDEBAR or room < look.px(_PAGE))
        beside = width >= _PANEL_BESIDE
        self.sidebar.set_panel_button(wanted and not beside)
        if self.panel:
            self.panel.place(wanted=wanted, beside=beside)


def _way(section: Section) -> Action:
    return Action(
        f"page.{section.key}",
        section.label,
        section.icon,
        section.route,
        shortcut=section.shortcut,
        groupe=Groupe.PAGES,
    )
