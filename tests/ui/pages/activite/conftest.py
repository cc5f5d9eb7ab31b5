"""A cabinet that saw two people in October, one of them again in November, one last year."""

from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import activite
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.activite.page import ActivitePage
from tests import factories as make
from tests.services.cases import write
from tests.ui.desk import make_desk

OCTOBER = Periode.du_mois(Mois(2026, 10))


@pytest.fixture
def people(team):
    sophie, alix = team.patient(), team.patient("Autre", "Alix", naissance=date(1970, 2, 1))
    for patient, jour in (
        (sophie, date(2025, 10, 7)),
        (sophie, date(2026, 10, 6)),
        (alix, date(2026, 10, 7)),
        (sophie, date(2026, 11, 3)),
    ):
        write(team, "consultations", make.a_consultation(patient=patient.id, jour=jour))
    return sophie, alix


@pytest.fixture
def october(team, people):
    """What is read of October, and beside it."""
    office = team.medecin
    return activite.lire(office, OCTOBER), activite.autour(office, OCTOBER)


@pytest.fixture
def uncounted(team, people):
    """Alix objects to being counted."""
    said = team.psychologue.membre.id
    made = Declaration(new_id(), people[1].id, Objet.STATISTIQUE, True, date(2026, 11, 2), said)
    with team.psychologue.store.begin(said, team.clock() + timedelta(seconds=1)) as work:
        work.declarations.save(made)


@pytest.fixture
def opened(show, team, theme):
    desks = []

    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(ActivitePage(desk.context), 1200, 900)
        page.desk = desk
        page.open(Route("activite", **params))
        desk.settle()
        return page

    yield opener
    for desk in desks:
        desk.settle()
