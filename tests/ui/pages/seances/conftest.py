"""A psychologist at the keyboard, a person followed since March, and the session page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.seances.page import SeancePage
from tests.ui.desk import Desk, make_desk


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.context.worker.drain()


@pytest.fixture
def page_for(desk, show, qtbot) -> Callable[..., SeancePage]:
    """The page on screen, its session read; a new window each time, as after a restart."""

    def shown(patient_id, consultation_id=None, at=desk):
        page = show(SeancePage(at.context), 1180, 900)
        params = {"consultation_id": consultation_id} if consultation_id else {}
        page.open(Route("seance", patient_id=patient_id, **params))
        frame = page.frame
        qtbot.waitUntil(lambda: frame.form.isVisible() or frame.refusal.isVisible())
        QApplication.processEvents()  # laid out
        return page

    return shown


@pytest.fixture
def page(page_for, sophie) -> SeancePage:
    return page_for(sophie.id)


@pytest.fixture
def opened(page):
    """What the page shows."""
    return page._sitting.opened


@pytest.fixture
def kept(desk) -> Callable[[str], dict | None]:
    """The draft of a session as the store has it now."""

    def read(seance_id):
        desk.context.worker.drain()
        with desk.office.store.read() as work:
            draft = work.drafts.get(f"seance:{seance_id}", desk.office.membre.id)
        return draft.payload if draft else None

    return read


@pytest.fixture
def recorded(desk) -> Callable[[str], list]:
    def read(patient_id):
        desk.context.worker.drain()
        with desk.office.store.read() as work:
            return work.consultations.of(patient_id)

    return read


@pytest.fixture
def notices(desk) -> list:
    found = []
    desk.context.events.notice_requested.connect(found.append)
    return found


@pytest.fixture
def settle(desk, qtbot) -> Callable[[], None]:
    """Let what was asked of the store be answered."""

    def settled() -> None:
        desk.context.worker.drain()
        qtbot.waitUntil(lambda: not desk.context.worker._waiting)

    return settled
