"""ShellFrame: a main window; sections at the left, a list when wanted, one page, the lock."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from microstructure_desktop.settings import Settings

from . import fonts, look
from .events import Events, Notice
from .idle import IdleWatch
from .navigation import Navigator, Route
from .page import ShownPage
from .theme import Theme
from .widgets.layouts import boxed, row
from .widgets.side_panel import SidePanel
from .widgets.sidebar import Identity, Sidebar, SideEntry, StateLine
from .widgets.toast import Toast

_SMALLEST = (1024, 640)
_USUAL = (1440, 900)
_FULL_SIDEBAR = 1360
_PANEL_BESIDE = 1100
_PAGE = 700  # with less, the sidebar gives way
_GROWTH = 0.35  # of these limits with the text size


class Surroundings(Protocol):
    """What a window needs of the context of its pages."""

    @property
    def events(self) -> Events: ...

    @property
    def navigator(self) -> Navigator: ...

    @property
    def settings(self) -> Settings: ...

    @property
    def theme(self) -> Theme: ...


class ShellFrame(QMainWindow):
    """Pages are built when first shown. Its title never says more than the application's name.

    Signals:
        closed: the window closes; what was typed has been handed to the worker.
    """

    closed = Signal()

    def __init__(
        self,
        context: Surroundings,
        entries: Iterable[SideEntry],
        identity: Identity,
        beside: Callable[[], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.context = context
        self._pages: dict[str, ShownPage] = {}
        self._percent = look.current().percent
        fonts.load_rest()
        self.sidebar = Sidebar(entries, identity)
        self.stack = QStackedWidget()
        self._ground = row(self.sidebar, self.stack, spacing=0)
        self._ground.setStretch(1, 1)
        self._lay_out()
        self.panel = SidePanel(beside(), self._ground) if beside else None
        self.toast = Toast(self.stack)
        self.idle_watch = IdleWatch(context.settings.verrouillage_minutes, parent=self)
        self._connect_frame()
        self.setWindowTitle("Microstructure")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)

    # --- what each window says --------------------------------------------------------------

    def make_page(self, name: str) -> ShownPage:
        raise NotImplementedError

    def section_of(self, route: Route) -> str:
        """The key of the entry of the sidebar that a route belongs to."""
        raise NotImplementedError

    # --- what the composition root says -----------------------------------------------------

    def set_badge(self, section: str, text: str) -> None:
        self.sidebar.set_badge(section, text)

    def set_states(self, lines: Iterable[StateLine]) -> None:
        self.sidebar.set_states(lines)

    def page(self) -> ShownPage | None:
        """The page shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, ShownPage) else None

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

    def _lay_out(self) -> None:
        ground = boxed(self._ground)
        self.setCentralWidget(ground)
        self.cover = QWidget(ground)
        self.cover.setAutoFillBackground(True)
        self.cover.hide()

    def _connect_frame(self) -> None:
        events = self.context.events
        self.context.navigator.route_requested.connect(self._on_route_requested)
        events.notice_requested.connect(self._on_notice_requested)
        events.lock_requested.connect(self._on_lock_requested)
        self.context.theme.changed.connect(self._on_theme_changed)
        self.sidebar.lock_clicked.connect(events.lock_requested)
        self.sidebar.panel_clicked.connect(self._on_panel_clicked)
        self.idle_watch.idle.connect(events.lock_requested)
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._back.activated.connect(self._on_escape)

    def _on_route_requested(self, route: Route) -> None:
        self.leave()
        if route.name not in self._pages:
            self._pages[route.name] = self.make_page(route.name)
            self.stack.addWidget(self._pages[route.name])
        page = self._pages[route.name]
        self.sidebar.set_current(self.section_of(route))
        self.stack.setCurrentWidget(page)
        self._share_room()
        page.open(route)
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_notice_requested(self, notice: Notice) -> None:
        self.toast.show_notice(
            notice.text, notice.action, notice.on_action, notice.kind, notice.keys
        )

    def _on_lock_requested(self) -> None:
        """Hide everything at once; who owns what is shown then closes it."""
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
