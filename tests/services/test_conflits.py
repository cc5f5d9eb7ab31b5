"""What speaks against an appointment, each found alone."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.feries import Ferie
from microstructure_desktop.services.conflits import FERIES, GenreConflit, conflits
from tests.cabinet import TODAY
from tests.factories import a_permanence, a_rendez_vous, an_absence

from .cases import planned, write


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def wanted(team, sophie):
    """An appointment of the psychologist, at three that Thursday unless told otherwise."""

    def made(jour=TODAY, heure=time(15), role=Role.PSYCHOLOGUE, **changes):
        membre = team[role].membre.id
        return a_rendez_vous(
            patient=changes.pop("patient", sophie.id),
            membre=membre, jour=jour, heure=heure, duree=45, **changes,
        )  # fmt: skip

    return made


@pytest.fixture
def permanence(team):
    return write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))


def found(team, *voulus, **options):
    return [(c.genre, c.phrase) for c in conflits(team.psychologue, voulus, **options)]


def test_that_a_free_hour_of_a_permanence_raises_no_question(team, wanted, permanence):
    assert found(team, wanted()) == []
    assert found(team, wanted(heure=time(16, 15))) == []  # ends with it


def test_that_outside_the_permanence_is_asked(team, wanted, permanence):
    outside = [
        (
            GenreConflit.HORS_PERMANENCE,
            "C. Modèle n’a pas de permanence à cette heure-là le 19\u00a0novembre.",
        )
    ]
    assert found(team, wanted(heure=time(16, 30))) == outside
    assert found(team, wanted(heure=time(13, 45))) == outside


def test_that_who_wrote_no_permanence_is_free_at_any_hour(team, wanted, permanence):
    assert found(team, wanted(heure=time(7), role=Role.MEDECIN)) == []


def test_that_a_holiday_is_said_by_its_name_and_alone(team, wanted, permanence):
    assert found(team, wanted(date(2026, 12, 25))) == [
        (GenreConflit.FERIE, "Le 25\u00a0décembre est férié (Noël).")
    ]


def test_that_every_holiday_has_a_name():
    assert set(FERIES) == set(Ferie)


def test_that_an_absence_is_said(team, wanted, permanence):
    write(team, "absences", an_absence(membre=team.psychologue.membre.id))
    assert found(team, wanted(date(2026, 12, 24))) == [
        (GenreConflit.ABSENCE, "C. Modèle est noté absent le 24\u00a0décembre.")
    ]
    assert found(team, wanted(date(2026, 12, 24), role=Role.MEDECIN)) == []


def test_that_the_same_professional_receives_one_person_at_a_time(team, wanted, permanence):
    other = team.patient("Autre", "Jean")
    rdv = planned(team, other, TODAY, heure=time(15, 30), duree=45)
    taken = [(GenreConflit.PRIS, "C. Modèle reçoit déjà quelqu’un le 19\u00a0novembre à 15:30.")]
    assert found(team, wanted()) == taken
    assert found(team, wanted(entourage=True)) == taken
    assert found(team, wanted(heure=time(14, 45))) == []  # ends when the other begins
    assert found(team, wanted(), sauf=rdv.id) == []


def test_that_a_person_is_in_one_place_at_a_time(team, wanted, sophie):
    planned(team, sophie, TODAY, Role.MEDECIN, heure=time(15, 15), duree=20)
    elsewhere = "Cette personne a rendez-vous avec Dr Exemple le 19\u00a0novembre à 15:15."
    assert found(team, wanted()) == [(GenreConflit.PERSONNE, elsewhere)]
    assert found(team, wanted(entourage=True)) == []
    assert found(team, wanted(patient=team.patient("Autre").id)) == []


@pytest.mark.parametrize(
    ("issue", "free"),
    [
        (Issue.ABSENT_EXCUSE, True),
        (Issue.REPORTE, True),
        (Issue.ANNULE_PRO, True),
        (Issue.ABSENT_NON_EXCUSE, False),
        (Issue.HONORE, False),
    ],
)
def test_that_an_hour_given_back_is_free(team, wanted, issue, free):
    other = team.patient("Autre", "Jean")
    planned(team, other, TODAY, heure=time(15), duree=45)
    team.seance(other.id, TODAY, issue=issue)
    assert (found(team, wanted()) == []) is free


def test_that_a_series_is_checked_day_by_day(team, wanted, permanence):
    days = [date(2026, 12, 17), date(2026, 12, 24), date(2026, 12, 31)]
    write(team, "absences", an_absence(membre=team.psychologue.membre.id, du=days[2], au=days[2]))
    asked = conflits(team.psychologue, [wanted(day) for day in days])
    assert [(c.genre, c.jour) for c in asked] == [(GenreConflit.ABSENCE, days[2])]
