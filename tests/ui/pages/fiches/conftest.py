"""A psychologist at the keyboard, a person followed since March and their fiche of June."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import fiches
from tests.ui.desk import make_desk

FORM = "psychologique_suivi"
JUNE = date(2026, 6, 2)
NOVEMBER = date(2026, 11, 19)
OF_JUNE = {
    "jour": "2026-06-02",
    "evolution_psychique": "STABLE",
    "motivation": "ACTION",
    "alliance": "BONNE",
    "rud_risque": "FAIBLE",
    "rud_urgence": "FAIBLE",
    "rud_dangerosite": "FAIBLE",
    "craving": 6,
    "phq9": 14,
    "note_privee": "à ne pas montrer",
}
EXPECTED = ("jour", "evolution_psychique", "rud_risque", "rud_urgence", "rud_dangerosite")
LEAST = {item: OF_JUNE[item] for item in EXPECTED}


@pytest.fixture
def desk(team, theme):
    return make_desk(team, theme, Role.PSYCHOLOGUE)


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def fiche_of_june(team, patient):
    team.clock.set(JUNE, time(10))
    opened = fiches.start(team.psychologue, patient.id, FORM)
    made = fiches.save(team.psychologue, opened, jour=JUNE, answers=dict(OF_JUNE), complete=True)
    team.clock.set(NOVEMBER, time(14, 51))
    return made
