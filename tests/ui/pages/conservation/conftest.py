"""A desk of the doctor, and people whose follow-up ended long ago."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.conservation.page import ConservationPage
from tests import factories as make
from tests.services.cases import write
from tests.ui.desk import make_desk


def ended(team, nom, fin):
    patient = team.patient(nom, naissance=date(1970, 1, 2), programme=None, debut=None)
    known = {"id": new_id(), "patient": patient.id, "fin": fin, "motif_sortie": "DEMENAGEMENT"}
    write(team, "inclusions", make.an_inclusion(debut=date(2004, 1, 1), **known))
    return patient


@pytest.fixture
def old(team):
    """To be decided this year."""
    return ended(team, "Ancien", date(2006, 3, 4))


@pytest.fixture
def archived(team):
    """In the archive, for ten years more."""
    return ended(team, "Rangé", date(2016, 5, 6))


@pytest.fixture
def desk_of(team, theme):
    made = []

    def maker(role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        desk.notices = []
        desk.context.events.notice_requested.connect(desk.notices.append)
        made.append(desk)
        return desk

    yield maker
    for desk in made:
        desk.settle()


@pytest.fixture
def opened(desk_of, show):
    def opener(role=Role.MEDECIN, **params):
        desk = desk_of(role)
        page = show(ConservationPage(desk.context), 1180, 760)
        page.open(Route("conservation", **params))
        desk.settle()
        return desk, page

    return opener


@pytest.fixture
def page_of(show):
    """A window for a dialog to stand over."""
    return show(QWidget(), 900, 600)
