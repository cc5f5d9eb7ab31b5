"""A main window: one page at a time, the room it shares, and the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from microstructure_desktop.ui import look
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import ShownPage
from microstructure_desktop.ui.shell_frame import ShellFrame
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.sidebar import Identity, SideEntry

from .gallery import patient_list
from .test_context import make_context

HOME = Route("accueil")
RECORD = Route("dossier", patient_id="p1")
OTHER = Route("dossier", patient_id="p2")
ENTRIES = (
    SideEntry("accueil", "house", "Accueil", "Alt+1"),
    SideEntry("dossier", "users", "Patients", "Alt+2"),
)


class Recorder(ShownPage):
    """Notes what the window asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.told = []
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def open(self, route: Route) -> None:
        self.told.append(route)

    def leave(self) -> None:
        self.told.append("leave")

    def first_focus(self):
        return self.edit


class Record(Recorder):
    with_panel = True


class Frame(ShellFrame):
    def __init__(self, context, beside=None) -> None:
        super().__init__(
            context, ENTRIES, Identity("Tilleuls", "C. Morel", "Médecin", "CM"), beside
        )
        self.built = []

    def make_page(self, name):
        self.built.append(name)
        return Record() if name == "dossier" else Recorder()

    def section_of(self, route):
        return route.name


@pytest.fixture
def shell(theme, tmp_path, qtbot) -> Frame:
    made = Frame(make_context(theme, tmp_path), patient_list)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def go(shell: Frame, *routes: Route) -> None:
    for route in routes:
        shell.context.navigator.go(route)


def test_that_the_title_never_names_anybody(shell):
    go(shell, RECORD)
    assert shell.windowTitle() == "Microstructure"


def test_that_a_page_is_left_before_the_next_one_opens(shell):
    go(shell, RECORD)
    record = shell.page()
    go(shell, OTHER, HOME)
    assert record.told == [RECORD, "leave", OTHER, "leave"]
    assert shell.page().told == [HOME]


def test_that_the_page_receives_the_keyboard(shell):
    go(shell, HOME)
    assert QApplication.focusWidget() is shell.page().edit


def test_that_escape_goes_back(shell, qtbot):
    go(shell, HOME, RECORD)
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.context.navigator.current == HOME


@pytest.mark.parametrize(
    ("width", "sidebar", "beside"),
    [(1440, 224, True), (1360, 224, True), (1359, 60, True), (1100, 60, True), (1099, 60, False)],
)
def test_that_the_window_shares_its_room(shell, width, sidebar, beside):
    go(shell, RECORD)
    shell.resize(width, 700)
    assert shell.sidebar.width() == sidebar
    assert shell.panel.isVisible() is beside
    assert shell.sidebar.panel_button.isVisible() is not beside


def test_that_a_page_may_drop_the_list(shell):
    go(shell, RECORD)
    beside = shell.panel.isVisible()
    go(shell, HOME)
    assert beside
    assert not shell.panel.isVisible()
    assert not shell.sidebar.panel_button.isVisible()


def test_that_the_list_is_a_drawer_when_there_is_no_room(shell, qtbot):
    go(shell, HOME, RECORD)
    shell.resize(1024, 640)
    shell.sidebar.panel_button.click()
    opened = shell.panel.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert opened
    assert not shell.panel.isVisible()
    assert shell.context.navigator.current == RECORD


def test_that_choosing_a_page_closes_the_drawer(shell):
    go(shell, RECORD)
    shell.resize(1024, 640)
    shell.sidebar.panel_button.click()
    go(shell, OTHER)
    assert not shell.panel.isVisible()


def test_that_the_list_comes_back_beside_when_there_is_room_again(shell):
    go(shell, RECORD)
    shell.resize(1024, 640)
    shell.resize(1440, 900)
    assert shell.panel.geometry().left() == shell.sidebar.width()
    assert shell.panel.isVisible()


def test_that_the_smallest_window_is_1024_by_640(shell):
    assert (shell.minimumWidth(), shell.minimumHeight()) == (1024, 640)


@pytest.mark.parametrize("ask", ["key", "button", "idle"])
def test_that_locking_keeps_what_was_typed_and_hides_everything(shell, qtbot, ask):
    go(shell, RECORD)
    with qtbot.waitSignal(shell.context.events.lock_requested):
        if ask == "key":
            qtbot.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        elif ask == "button":
            shell.sidebar.lock_button.click()
        else:
            shell.idle_watch.idle.emit()
    assert shell.page().told == [RECORD, "leave"]
    assert shell.cover.isVisible()
    assert shell.cover.size() == shell.size()


def test_that_closing_keeps_what_was_typed(shell, qtbot):
    go(shell, RECORD)
    record = shell.page()
    with qtbot.waitSignal(shell.closed):
        shell.close()
    assert record.told == [RECORD, "leave"]


def test_that_news_are_shown_at_the_bottom(shell):
    undone = []
    go(shell, HOME)
    shell.context.events.notify("Rendez-vous supprimé", "Annuler", lambda: undone.append(True))
    assert shell.toast.isVisible()
    assert shell.toast.message.text() == "Rendez-vous supprimé"
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert not shell.toast.isVisible()


def test_that_news_disappear_with_the_lock(shell):
    shell.context.events.notify("Rendez-vous de DELMAS supprimé", "Annuler", lambda: None)
    shell.context.events.lock_requested.emit()
    assert not shell.toast.isVisible()


def test_that_another_text_size_builds_pages_again(shell, theme):
    go(shell, HOME, RECORD)
    record = shell.page()
    theme.choose("clair", 125)
    assert "leave" in record.told
    assert shell.page() is not record
    assert shell.page().told == [RECORD]
    assert shell.built == ["accueil", "dossier", "dossier"]


def test_that_another_colour_keeps_the_page(shell, theme):
    go(shell, RECORD)
    record = shell.page()
    theme.choose("sombre", 100)
    assert shell.page() is record
    assert look.current().name == "dark"


def test_that_a_window_may_have_no_list(theme, tmp_path, qtbot):
    shell = Frame(make_context(theme, tmp_path))
    qtbot.addWidget(shell)
    shell.show()
    go(shell, RECORD)
    shell.resize(1024, 640)
    assert shell.panel is None
    assert not shell.sidebar.panel_button.isVisible()
    assert isinstance(shell.sidebar.lock_button, Button)
