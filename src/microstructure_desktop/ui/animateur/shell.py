"""Shell: the animator's window; its sections at the left, one page, the lock."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from microstructure_desktop.settings import Settings
from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.events import Notice
from microstructure_desktop.ui.idle import IdleWatch
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.sidebar import Identity, Sidebar, SideEntry, StateLine
from microstructure_desktop.ui.widgets.toast import Toast

from .context import Context
from .page import Page

_SMALLEST = (1024, 640)
_USUAL = (1440, 900)
_FULL_SIDEBAR = 1360
_GROWTH = 0.35  # of that limit with the text size


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the sidebar; its key is the route that it leads to."""

    key: str
    icon: str
    label: str
    shortcut: str
    page: Callable[[Context], Page]
    low: bool = False


class Shell(QMainWindow):
    """Pages are built when first shown. Its title never says more than the application's name.

    Signals:
        closed: the window closes.
    """

    closed = Signal()

    def __init__(self, context: Context, sections: Iterable[Section], identity: Identity) -> None:
        super().__init__()
        self.context = context
        shown = tuple(sections)
        self._makers = {section.key: section.page for section in shown}
        self._pages: dict[str, Page] = {}
        self._percent = look.current().percent
        fonts.load_rest()
        entries = [SideEntry(s.key, s.icon, s.label, s.shortcut, s.low) for s in shown]
        self.sidebar = Sidebar(entries, identity)
        self.sidebar.discreet_button.hide()  # the register names no patient
        self.sidebar.panel_button.hide()
        self.stack = QStackedWidget()
        self._lay_out()
        self.toast = Toast(self.stack)
        self.idle_watch = IdleWatch(context.settings.verrouillage_minutes, parent=self)
        self._connect()
        self.setWindowTitle("Microstructure")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)

    def set_badge(self, section: str, text: str) -> None:
        self.sidebar.set_badge(section, text)

    def set_states(self, lines: Iterable[StateLine]) -> None:
        self.sidebar.set_states(lines)

    def page(self) -> Page | None:
        """The page shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def leave(self) -> None:
        shown = self.page()
        if shown is not None:
            shown.leave()

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

    def _lay_out(self) -> None:
        ground = row(self.sidebar, self.stack, spacing=0)
        ground.setStretch(1, 1)
        whole = boxed(ground)
        self.setCentralWidget(whole)
        self.cover = QWidget(whole)
        self.cover.setAutoFillBackground(True)
        self.cover.hide()

    def _connect(self) -> None:
        events = self.context.events
        self.context.navigator.route_requested.connect(self._on_route_requested)
        events.notice_requested.connect(self._on_notice_requested)
        events.lock_requested.connect(self._on_lock_requested)
        events.settings_changed.connect(self._on_settings_changed)
        self.context.theme.changed.connect(self._on_theme_changed)
        self.sidebar.chosen.connect(self._on_section_chosen)
        self.sidebar.lock_clicked.connect(events.lock_requested)
        self.idle_watch.idle.connect(events.lock_requested)
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._back.activated.connect(self.context.navigator.back)

    def _on_settings_changed(self, settings: Settings) -> None:
        self.idle_watch.set_minutes(settings.verrouillage_minutes)

    def _on_section_chosen(self, key: str) -> None:
        self.context.navigator.go(Route(key))

    def _on_route_requested(self, route: Route) -> None:
        self.leave()
        if route.name not in self._pages:
            self._pages[route.name] = self._makers[route.name](self.context)
            self.stack.addWidget(self._pages[route.name])
        page = self._pages[route.name]
        self.sidebar.set_current(route.name)
        self.stack.setCurrentWidget(page)
        page.open(route)
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_notice_requested(self, notice: Notice) -> None:
        self.toast.show_notice(
            notice.text, notice.action, notice.on_action, notice.kind, notice.keys
        )

    def _on_lock_requested(self) -> None:
        """Hide everything at once; who owns the register then closes it."""
        self.leave()
        self.toast.close_now()
        self.cover.setGeometry(self.rect())
        self.cover.show()
        self.cover.raise_()

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
        """A narrow window keeps the icons of the sidebar only."""
        width = self.width() / (1 + (look.current().percent / 100 - 1) * _GROWTH)
        self.sidebar.set_rail(width < _FULL_SIDEBAR)
