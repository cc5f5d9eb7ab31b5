"""What a page receives in a test: a real worker on a real store, one member at the keyboard."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.office import Office
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Navigator
from microstructure_desktop.ui.theme import Theme
from microstructure_desktop.ui.worker import Worker
from tests.cabinet import Team


@dataclass
class Desk:
    """`routes` collects where the page asked to go."""

    context: Context
    _office: Office
    team: Team
    routes: list[object]

    @property
    def office(self) -> Office:
        """For the test itself, once the worker is idle: the store answers one thread at a time."""
        self.settle()
        return self._office

    def settle(self) -> None:
        """Let the worker answer, and answer what its answers asked in turn."""
        while self.context.worker._waiting:
            assert self.context.worker.drain()
            QApplication.processEvents()


def make_desk(team: Team, theme: Theme, role: Role) -> Desk:
    office = team[role]
    events = Events()
    navigator = Navigator()
    routes: list[object] = []
    navigator.route_requested.connect(routes.append)
    worker = Worker(office, office.store.take_changes, events)
    team.before_closing.append(worker.drain)  # a test may end while a page still asks
    context = Context(
        worker,
        events,
        navigator,
        Settings(),
        theme,
        office.home,
        office.membre,
        office.reference,
        lambda: team.clock().astimezone(),
    )
    return Desk(context, office, team, routes)
