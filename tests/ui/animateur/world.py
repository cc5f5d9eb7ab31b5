"""An animator at her window: a real worker on a real register, cabinets that send real files."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from microstructure_desktop.animateur.register import Register, address
from microstructure_desktop.exchange import bundle
from microstructure_desktop.paths import Home
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.desk import Desk
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Navigator
from microstructure_desktop.ui.theme import Theme
from microstructure_desktop.ui.worker import Worker
from tests.animateur.cases import JANVIER, JOUR, Cabinet, Region


@dataclass
class World:
    """`routes` collects where the page asked to go, `notices` what was said at the bottom."""

    context: Context
    region: Region
    desk: Desk
    routes: list[object] = field(default_factory=list)
    notices: list[object] = field(default_factory=list)

    def settle(self) -> None:
        """Let the worker answer, and answer what its answers asked in turn."""
        while self.context.worker._waiting:
            assert self.context.worker.drain()
            QApplication.processEvents()

    def said(self) -> list[str]:
        return [notice.text for notice in self.notices]

    def file(self, folder: Path, cabinet: Cabinet, mois=JANVIER, **autres) -> Path:
        """A bundle as it lies on a stick."""
        made = self.region.bundle(cabinet, mois, **autres)
        path = folder / f"{made.nom}.msma"
        path.write_bytes(bundle.seal(made, cabinet.cle))
        return path


def make_world(home: Home, theme: Theme, today: date = JOUR) -> World:
    home.animateur.mkdir(parents=True)
    region = Region.made(Register.open(address(home)))
    desk = Desk(home, region.register, region.cles, lambda: today)
    events, navigator = Events(), Navigator()
    worker = Worker(desk, desk.take_changes, events)
    context = Context(worker, events, navigator, Settings(), theme, home, lambda: today)
    made = World(context, region, desk)
    navigator.route_requested.connect(made.routes.append)
    events.notice_requested.connect(made.notices.append)
    return made
