"""A psychologist at the keyboard, three patients, and a meeting when it is wanted."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.syntheses import SyntheseOuverte
from microstructure_desktop.ui.pages.reunions.names import Names
from tests.ui.desk import Desk, make_desk

from . import scenes


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.context.worker.drain()


@pytest.fixture
def who(team) -> scenes.People:
    return scenes.people(team)


@pytest.fixture
def opened(team, who) -> SyntheseOuverte:
    return scenes.under_way(team, who)


@pytest.fixture
def names(desk, opened) -> Names:
    return Names(opened.patients, opened.membres, desk.context.discretion)


@pytest.fixture
def settle(desk, qtbot) -> Callable[[], None]:
    """Until the store has answered everything, and what the answers asked for too."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not desk.context.worker._waiting)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    return settled


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(theme) -> Iterator[list[str]]:
    """Every window that appears: a part without a place yet would flash as one."""
    watch = _Watch()
    QApplication.instance().installEventFilter(watch)
    yield watch.seen
    QApplication.instance().removeEventFilter(watch)


@pytest.fixture
def show(qtbot) -> Callable[[QWidget], QWidget]:
    """A widget on screen and active, as wide as a page gives it."""

    def shown(widget: QWidget, width: int = 900, height: int = 600) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)  # else nothing has the keyboard
        return widget

    return shown
