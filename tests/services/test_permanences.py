"""Who may say when somebody is there, and what is kept of it."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import permanences
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.horaires import horaires
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie
from tests.cabinet import TODAY

from .cases import as_role, planned


@pytest.fixture
def typed(team):
    return PermanenceSaisie(team.psychologue.membre.id, time(14), time(17), TODAY)


@pytest.fixture
def away(team):
    return AbsenceSaisie(
        team.psychologue.membre.id, date(2026, 12, 21), date(2026, 12, 31), "CONGES"
    )


def days(team, *found):
    """On which of these days the psychologist receives."""
    with team.medecin.store.read() as work:
        temps = horaires(work)
    return [bool(temps.du_jour(team.psychologue.membre.id, day)) for day in found]


def test_that_a_presence_comes_back_each_week_on_its_weekday(team, typed):
    made = permanences.tenir(team.psychologue, typed)
    assert (made.jour_semaine, made.jusqu_a) == (3, None)
    assert days(team, TODAY, date(2026, 11, 20), date(2026, 11, 26)) == [True, False, True]


def test_that_a_single_day_does_not_come_back(team, typed):
    permanences.tenir(team.psychologue, replace(typed, unique=True))
    assert days(team, TODAY, date(2026, 11, 26)) == [True, False]


def test_that_what_ends_keeps_its_past(team, typed):
    team.clock.set(date(2026, 11, 12), time(9))
    made = permanences.tenir(team.psychologue, replace(typed, depuis=date(2026, 11, 12)))
    team.clock.set(TODAY, time(9))
    permanences.cesser(team.psychologue, made.id)
    assert days(team, date(2026, 11, 12), TODAY) == [True, False]


def test_that_what_has_not_begun_is_taken_back(team, typed):
    made = permanences.tenir(team.psychologue, typed)
    permanences.cesser(team.psychologue, made.id)
    assert days(team, TODAY, date(2026, 11, 26)) == [False, False]
    assert permanences.temps(team.psychologue)[1].permanences == ()


def test_that_an_absence_counts_the_people_awaited(team, away):
    sophie = team.patient()
    for jour in (date(2026, 12, 20), date(2026, 12, 21), date(2026, 12, 31)):
        planned(team, sophie, jour)
    planned(team, sophie, date(2026, 12, 22), Role.MEDECIN)
    made = permanences.s_absenter(team.psychologue, away)
    assert permanences.rendez_vous_pendant(team.psychologue, made) == 2
    permanences.revenir(team.psychologue, made.id)
    assert permanences.temps(team.psychologue)[1].absences == ()


def test_that_everybody_who_receives_is_listed_with_what_is_not_over(team, typed, away):
    permanences.tenir(team.psychologue, replace(typed, debut=time(9), fin=time(12)))
    permanences.tenir(team.psychologue, replace(typed, depuis=date(2026, 11, 23)))
    past = replace(away, du=date(2026, 11, 16), au=date(2026, 11, 18))
    permanences.s_absenter(team.psychologue, past)
    permanences.s_absenter(team.psychologue, replace(away, du=TODAY, au=TODAY))
    shown = {t.membre.role: t for t in permanences.temps(team[Role.SECRETARIAT])}
    assert list(shown) == [
        Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE,
    ]  # fmt: skip
    psy = shown[Role.PSYCHOLOGUE]
    assert [p.jour_semaine for p in psy.permanences] == [0, 3]
    assert [a.du for a in psy.absences] == [TODAY]


def test_that_one_writes_one_s_own_times_the_reception_and_the_doctor_everybody_s(
    team, typed, away
):
    for role in (Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
        with pytest.raises(AccessDenied):
            permanences.tenir(team[role], typed)
        with pytest.raises(AccessDenied):
            permanences.s_absenter(team[role], away)
    for role in (Role.SECRETARIAT, Role.MEDECIN, Role.PSYCHOLOGUE):
        made = permanences.tenir(team[role], typed)
        with pytest.raises(AccessDenied):
            permanences.cesser(team.travailleur_social, made.id)
        absence = permanences.s_absenter(team[role], away)
        with pytest.raises(AccessDenied):
            permanences.revenir(team.travailleur_social, absence.id)


def test_that_whoever_has_no_agenda_reads_no_times(team, typed):
    with pytest.raises(AccessDenied):
        permanences.temps(as_role(team.medecin, Role.COORDINATION))
    with pytest.raises(AccessDenied):
        permanences.tenir(as_role(team.psychologue, Role.COORDINATION), typed)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"debut": None}, "debut"),
        ({"fin": None}, "fin"),
        ({"fin": time(14)}, "fin"),
        ({"depuis": None}, "depuis"),
    ],
)
def test_that_each_field_of_a_presence_says_what_it_wants(typed, change, field):
    assert permanences.permanence_problems(typed) == {}
    assert list(permanences.permanence_problems(replace(typed, **change))) == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"du": None}, "du"), ({"au": None}, "au"), ({"au": date(2026, 12, 20)}, "au")],
)
def test_that_each_field_of_an_absence_says_what_it_wants(away, change, field):
    assert permanences.absence_problems(away) == {}
    assert list(permanences.absence_problems(replace(away, **change))) == [field]
