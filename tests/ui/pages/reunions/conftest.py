"""A psychologist at the keyboard, three patients, and a meeting when it is wanted."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services.syntheses import SyntheseOuverte
from microstructure_desktop.ui.pages.reunions.names import Names
from tests.cabinet import Team, lent
from tests.ui.desk import Desk, make_desk

from . import scenes


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.context.worker.drain()


@pytest.fixture(scope="session")
def three_people(tmp_path_factory, first_team) -> tuple[Team, scenes.People]:
    """The closed cabinet that knows them: writing about them costs more than copying it."""
    home = Home(tmp_path_factory.mktemp("reunions") / "cabinet")
    with lent(first_team, home) as made:
        return made, scenes.people(made)


@pytest.fixture
def team(request, home, first_team) -> Iterator[Team]:
    """The usual cabinet, which knows three people where a test asks who they are."""
    known = "who" in request.fixturenames
    made = request.getfixturevalue("three_people")[0] if known else first_team
    with lent(made, home) as team:
        yield team


@pytest.fixture
def who(team, three_people) -> scenes.People:
    return three_people[1]


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
