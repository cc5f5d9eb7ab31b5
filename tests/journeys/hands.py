"""Hands: one person at the real window, with a keyboard and a mouse."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.agenda.stops import Stop
from microstructure_desktop.ui.pages.agenda.week_grid import WeekGrid
from microstructure_desktop.ui.sections import factories, panel, sections_for
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.scale import Scale
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.sidebar import Identity
from tests.cabinet import Team
from tests.ui.desk import Desk, make_desk
from tests.ui.discreet import texts

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier
MOST_TABS = 120


class Hands:
    """After each gesture, everything asked of the store is answered and shown."""

    def __init__(self, desk: Desk, window: Shell, write) -> None:
        self.desk = desk
        self.window = window
        self._write = write

    @property
    def page(self):
        return self.window.page()

    @property
    def form(self):
        return self.page.form_view

    def go(self, name: str, **params) -> None:
        self.window.context.navigator.go(Route(name, **params))
        self.settle()

    def at(self) -> str:
        return self.window.context.navigator.current.name

    # --- the keyboard ----------------------------------------------------------------------

    def focus(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        assert isinstance(found, QWidget)
        return found

    def key(self, name, modifiers=NOTHING) -> None:
        QTest.keyClick(self.focus(), name, modifiers)
        self.settle()

    def write(self, text: str) -> None:
        self._write(self.focus(), text)
        self.settle()

    def tab_to(self, widget: QWidget) -> None:
        """Tab until the keyboard is there; a trap fails rather than hangs."""
        for _ in range(MOST_TABS):
            here = QApplication.focusWidget()
            if here is not None and (here is widget or widget.isAncestorOf(here)):
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget} cannot be reached, stopped on {self.focus()}")

    def answer(self, item_id: str, *keys) -> None:
        """Reach a question of the rubric shown, and press."""
        self.tab_to(self.form.row(item_id).field.editor)
        for name in keys:
            self.key(name)

    def choose_action(self, *path: str) -> None:
        """In the menu that is open, by arrows and Enter, one level after the other."""
        for at, words in enumerate(path):
            self._reach(words)
            last = at + 1 == len(path)
            self.key(Qt.Key.Key_Return if last else Qt.Key.Key_Right)

    def _reach(self, words: str) -> None:
        menu = self.focus()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            if menu.activeAction() is not None and menu.activeAction().text() == words:
                return
            self.key(Qt.Key.Key_Down)
        assert menu.activeAction().text() == words

    # --- the mouse -------------------------------------------------------------------------

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_row(self, view, row: int) -> None:
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NOTHING, place)
        self.settle()

    def click_action(self, words: str) -> None:
        """In the menu that is open."""
        menu = self.focus()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == words)
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, NOTHING, place)
        self.settle()

    def give(self, path: Path) -> None:
        """In the window of the system that asks for a file: its name, and Enter."""
        self.dialog(QFileDialog).findChild(QLineEdit).setText(str(path))
        self.key(Qt.Key.Key_Return)

    def click_answer(self, item_id: str, *codes: str) -> None:
        """Codes of a choice; the digits of a figure; or what is typed once the line is clicked."""
        editor = self.form.row(item_id).field.editor
        for code in codes:
            if isinstance(editor, Segmented):
                self.click(editor.part(code))
            elif isinstance(editor, Chips):
                self.click(editor.chip(code))
            elif isinstance(editor, Scale):
                self.click(editor.button(int(code)))
            elif isinstance(editor, ComboField):
                self.click(editor)
                assert editor.findData(code) > 0
                self.click_row(editor.view(), editor.findData(code))
            else:
                self.click(editor)
                self.write(code)

    def walk_to(self, grid: WeekGrid, stop: Stop) -> None:
        """From stop to stop of the week, by arrows."""
        while grid.current().jour != stop.jour:
            self.key(Qt.Key.Key_Right if grid.current().jour < stop.jour else Qt.Key.Key_Left)
        for _ in range(MOST_TABS):
            here = grid.current()
            if here == stop:
                return
            self.key(Qt.Key.Key_Down if here.plage < stop.plage else Qt.Key.Key_Up)
        raise AssertionError(stop)

    # --- what is seen ----------------------------------------------------------------------

    def settle(self) -> None:
        self.desk.settle()
        QApplication.processEvents()
        if QApplication.activeWindow() is None:  # offscreen, nobody else gives the keyboard back
            self.window.activateWindow()
            QApplication.processEvents()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The one that is open."""
        return next(found for found in self.window.findChildren(kind) if found.isVisible())

    def named(self, words: str, part: QWidget | None = None) -> QWidget:
        """The one button on screen that says so, to the eye or to the ear."""
        buttons = (part or self.window).findChildren(QAbstractButton)
        said = [b for b in buttons if b.isVisible() and words in (b.text(), b.accessibleName())]
        assert len(said) == 1, words
        return said[0]

    def shows(self) -> str:
        """Every word on screen."""
        told = (QAbstractButton, QLabel, QLineEdit)
        parts = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        return " ".join(normalise(w.text()) for w in parts if isinstance(w, told))

    def says(self, *words: str) -> list[str]:
        """What the window holds of these words: on screen or not, told or being typed."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        wanted = [normalise(word) for word in words]
        typed = [edit.text() for edit in self.window.findChildren(QLineEdit)]
        typed += [edit.toPlainText() for edit in self.window.findChildren(QTextEdit)]
        every = {*texts(self.window), *typed}
        return sorted(text for text in every if any(word in normalise(text) for word in wanted))


def sit_down(team: Team, theme, role: Role, qtbot, write) -> Hands:
    desk = make_desk(team, theme, role)
    membre = desk.office.membre
    identity = Identity("Cabinet", membre.nom_complet, role.value, membre.initiales)
    window = Shell(desk.context, sections_for(role), factories(), identity, panel)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Hands(desk, window, write)
