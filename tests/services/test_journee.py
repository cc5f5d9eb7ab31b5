"""Who comes today, at which hour, and what stays free."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.journee import Journee
from microstructure_desktop.services.suivi import suivis
from tests.cabinet import TODAY
from tests.factories import a_permanence, an_absence

from .cases import as_role, planned, write


@pytest.fixture
def sophie(team):
    return team.patient(debut=date(2026, 10, 1))


@pytest.fixture
def permanence(team):
    return write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))


def read(office, act):
    with office.store.read() as work:
        patients = {p.id: p for p in work.patients.all()}
        etats = suivis(work, office.reference, TODAY)
        return act(Journee(work, office, patients, etats, TODAY))


def strip(team, role=Role.PSYCHOLOGUE):
    def told(journee):
        return journee.permanence(journee.lignes())

    return read(team[role], told)


def hours(found):
    return [
        (c.plage.debut // 60, c.plage.debut % 60, c.ligne.patient.nom if c.ligne else None)
        for c in found.creneaux
    ]


def test_that_a_permanence_shows_who_comes_and_what_is_free(team, sophie, permanence):
    planned(team, sophie, TODAY, heure=time(14, 45), duree=45)
    found = strip(team)
    assert hours(found) == [
        (14, 0, None), (14, 45, "Légende"), (15, 30, None), (16, 15, None),
    ]  # fmt: skip
    assert (found.plages, found.libres) == ((Plage.entre(time(14), time(17)),), 3)


def test_that_an_hour_kept_twice_is_free_once(team, sophie, permanence):
    me = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=me, debut=time(15), fin=time(18)))
    found = [c.plage for c in strip(team).creneaux]
    assert found
    assert not any(a.chevauche(b) for a in found for b in found if a != b)
    assert len(set(found)) == len(found)


def test_that_half_hours_are_those_of_who_works_by_half_hours(team):
    social = team.travailleur_social.membre.id
    write(team, "permanences", a_permanence(membre=social))
    assert len(strip(team, Role.TRAVAILLEUR_SOCIAL).creneaux) == 6


def test_that_an_hour_gone_by_is_not_offered(team, sophie, permanence):
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    team.clock.set(TODAY, time(15, 30))
    assert hours(strip(team)) == [(14, 0, "Légende"), (15, 30, None), (16, 15, None)]


def test_that_somebody_outside_the_hours_is_shown_too(team, sophie, permanence):
    planned(team, sophie, TODAY, heure=time(9), duree=45)
    assert hours(strip(team))[0] == (9, 0, "Légende")


def test_that_an_hour_given_back_is_free_again(team, sophie, permanence):
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_EXCUSE)
    assert strip(team).libres == 4


def test_that_without_a_permanence_there_is_none(team, sophie, permanence):
    assert strip(team, Role.MEDECIN) is None
    assert strip(team, Role.SECRETARIAT) is None
    psy = team.psychologue.membre.id
    write(team, "absences", an_absence(membre=psy, du=TODAY, au=TODAY))
    assert strip(team) is None
    assert read(team.psychologue, Journee.prochaine_permanence)[0] == date(2026, 11, 26)


def test_that_the_rank_is_the_one_of_the_professional(team, sophie):
    team.seance(sophie.id, date(2026, 11, 5))
    planned(team, sophie, TODAY)
    (line,) = read(team.psychologue, Journee.lignes)
    assert (line.rang, line.inclus, line.membre) == (2, 6, team.psychologue.membre)
    (line,) = read(team[Role.SECRETARIAT], Journee.lignes)
    assert (line.rang, line.inclus) == (None, None)
    assert read(as_role(team.psychologue, Role.COORDINATION), Journee.lignes) == ()


def test_that_the_next_appointment_is_not_today_s_session(team, sophie):
    planned(team, sophie, date(2026, 12, 3))
    team.seance(sophie.id, TODAY)
    found = read(team.psychologue, Journee.prochain)
    assert (found.rendez_vous.jour, found.consultation) == (date(2026, 12, 3), None)
    assert read(team.medecin, Journee.prochain) is None


def test_that_an_appointment_of_a_record_taken_back_breaks_nothing(team, sophie):
    planned(team, sophie, TODAY)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.patients.void(sophie.id, "reprise annulée")
    assert read(team.psychologue, Journee.lignes) == ()
