"""A week of November: permanences, three appointments, one of them missed, and the meeting."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import semaine
from tests.cabinet import TODAY
from tests.factories import a_permanence, a_synthese, an_absence
from tests.services.cases import planned, write
from tests.ui.desk import make_desk

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


@dataclass
class People:
    sophie: object
    luc: object


@pytest.fixture
def people(team):
    return People(team.patient(), team.patient("Bernard", "Luc"))


@pytest.fixture
def week(team, people):
    """Read a week as a role: the psychologist's own, or the whole team's."""
    psy = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=psy))
    write(
        team,
        "permanences",
        a_permanence(membre=psy, jour_semaine=1, debut=time(9), fin=time(12)),
    )
    write(
        team,
        "permanences",
        a_permanence(membre=psy, jour_semaine=4, debut=time(9), fin=time(12)),
    )
    write(team, "absences", an_absence(membre=psy, du=date(2026, 11, 20), au=date(2026, 11, 20)))
    write(team, "syntheses", a_synthese(jour=TODAY, debut=time(12, 30), fin=None))
    planned(team, people.luc, TUESDAY, heure=time(9), duree=45)
    team.seance(people.luc.id, TUESDAY, issue=Issue.ABSENT_NON_EXCUSE)
    planned(team, people.sophie, TODAY, heure=time(14), duree=45)
    planned(team, people.luc, TODAY, Role.MEDECIN, heure=time(14, 15), duree=30)

    def read(role=Role.PSYCHOLOGUE, *, mine=True):
        office = team[role]
        return semaine.semaine(office, MONDAY, psy if mine else None)

    return read


@pytest.fixture
def desks(team, theme):
    made = []

    def opened(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desk.told = []
        desk.context.events.notice_requested.connect(desk.told.append)
        made.append(desk)
        return desk

    yield opened
    for desk in made:
        desk.settle()
