"""What the tests of this page share: a cabinet with backups, a stick, the page at work."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.sauvegardes.page import SauvegardesPage
from tests.ui.desk import make_desk


@pytest.fixture
def stick(tmp_path):
    path = tmp_path / "Clé bleue"
    path.mkdir()
    return path


@pytest.fixture
def opened(team, theme, show):
    def opener(role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        page = show(SauvegardesPage(desk.context), 1180, 760)
        page.desk, page.notices = desk, []
        desk.context.events.notice_requested.connect(page.notices.append)
        page.open(Route("sauvegardes"))
        desk.settle()
        return page

    return opener


def later(team, **more):
    moment = (team.clock() + timedelta(**more)).astimezone()
    team.clock.set(moment.date(), moment.time())


def give(page, path):
    """Answer the window of the system."""
    assert isinstance(page.dialog, QFileDialog)
    page.dialog.fileSelected.emit(str(path))
    page.dialog.reject()
    page.desk.settle()


def flip(path):
    """One bit of its content."""
    with path.open("r+b") as file:
        file.seek(-9_000, 2)
        octet = file.read(1)
        file.seek(-9_000, 2)
        file.write(bytes([octet[0] ^ 1]))
