"""Appointments are taken, moved and cancelled by whom they concern."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annulation, rendez_vous
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.conflits import GenreConflit
from microstructure_desktop.services.rendez_vous import AppointmentOver, RendezVousSaisi, Serie
from microstructure_desktop.store.failures import RecordMissing
from tests.cabinet import TODAY

from .cases import as_role, planned

NEXT = date(2026, 11, 26)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def typed(team, sophie):
    """What the psychologist types for a week later."""
    return RendezVousSaisi(team.psychologue.membre.id, sophie.id, NEXT, time(14), 45)


def known(team, rdv_id):
    with team.medecin.store.read() as work:
        return work.rendez_vous.get(rdv_id)


# --- taking --------------------------------------------------------------------------------


def test_that_an_appointment_is_written_as_typed(team, sophie, typed):
    (made,) = rendez_vous.prendre(
        team.psychologue, replace(typed, entourage=True, precision=" sa sœur ")
    )
    assert known(team, made.id) == made
    assert (made.patient, made.jour, made.heure, made.duree) == (sophie.id, NEXT, time(14), 45)
    assert (made.entourage, made.precision, made.arrivee) == (True, "sa sœur", None)


def test_that_a_series_is_one_act(team, sophie, typed):
    take = annulation.noted(
        team.psychologue, lambda office: rendez_vous.prendre(office, typed, Serie(6, 2))
    )
    days = [r.jour for r in take.result]
    assert days == [
        NEXT, date(2026, 12, 10), date(2026, 12, 24),
        date(2027, 1, 7), date(2027, 1, 21), date(2027, 2, 4),
    ]  # fmt: skip
    annulation.undo(team.psychologue, take.changes)
    with team.medecin.store.read() as work:
        assert work.rendez_vous.of(sophie.id) == []


def test_that_a_series_is_not_endless(team, typed):
    assert len(rendez_vous.prendre(team.psychologue, typed, Serie(500, 1))) == 26


def test_that_a_clash_is_a_question_and_never_a_refusal(team, sophie, typed):
    planned(team, team.patient("Autre"), NEXT, heure=time(14, 15))
    asked = rendez_vous.questions(team.psychologue, typed)
    assert [c.genre for c in asked] == [GenreConflit.PRIS]
    assert len(rendez_vous.prendre(team.psychologue, typed)) == 1


def test_that_one_takes_for_oneself_and_the_reception_for_anybody(team, typed):
    with pytest.raises(AccessDenied):
        rendez_vous.prendre(team.medecin, typed)
    assert rendez_vous.prendre(team[Role.SECRETARIAT], typed)
    with pytest.raises(AccessDenied):
        rendez_vous.prendre(as_role(team.psychologue, Role.COORDINATION), typed)


def test_that_nobody_unknown_is_awaited(team, typed):
    with pytest.raises(RecordMissing):
        rendez_vous.prendre(team.psychologue, replace(typed, patient="nobody"))


def test_that_each_is_offered_whom_they_may_write_for(team):
    assert rendez_vous.professionnels(team.psychologue) == (team.psychologue.membre,)
    offered = rendez_vous.professionnels(team[Role.SECRETARIAT])
    assert [m.role for m in offered] == [
        Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE,
    ]  # fmt: skip


# --- moving --------------------------------------------------------------------------------


def test_that_an_appointment_moves_and_stays_the_same(team, sophie, typed):
    (made,) = rendez_vous.prendre(team.psychologue, typed)
    later = replace(typed, jour=date(2026, 12, 3), heure=time(16), duree=30, precision="bilan")
    moved = rendez_vous.deplacer(team.psychologue, made.id, later)
    assert known(team, made.id) == moved
    assert (moved.id, moved.jour, moved.heure, moved.duree) == (
        made.id, date(2026, 12, 3), time(16), 30,
    )  # fmt: skip


def test_that_who_is_there_stays_there_when_only_the_hour_moves(team, sophie, typed):
    rdv = planned(team, sophie, TODAY, heure=time(14), arrivee=time(13, 55))
    today = replace(typed, jour=TODAY, heure=time(14, 30))
    assert rendez_vous.deplacer(team.psychologue, rdv.id, today).arrivee == time(13, 55)
    assert rendez_vous.deplacer(team.psychologue, rdv.id, typed).arrivee is None


def test_that_the_reception_moves_it_to_another_professional(team, sophie, typed):
    (made,) = rendez_vous.prendre(team.psychologue, typed)
    given = replace(typed, membre=team.medecin.membre.id)
    with pytest.raises(AccessDenied):
        rendez_vous.deplacer(team.psychologue, made.id, given)
    rendez_vous.deplacer(team[Role.SECRETARIAT], made.id, given)
    assert known(team, made.id).membre == team.medecin.membre.id
    with pytest.raises(AccessDenied):
        rendez_vous.deplacer(team.psychologue, made.id, typed)


# --- cancelling ----------------------------------------------------------------------------


def test_that_a_cancelled_appointment_leaves_and_comes_back(team, sophie, typed):
    (made,) = rendez_vous.prendre(team.psychologue, typed)
    done = annulation.noted(
        team.psychologue, lambda office: rendez_vous.annuler(office, made.id, " empêchée ")
    )
    with team.medecin.store.read() as work:
        assert work.rendez_vous.of(sophie.id) == []
        (voided,) = work.undoing.since(team.clock())
        assert voided.reason == "empêchée"
    annulation.undo(team.psychologue, done.changes)
    assert known(team, made.id) == made


def test_that_what_was_kept_or_not_moves_no_more(team, sophie, typed):
    rdv = planned(team, sophie, TODAY)
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_EXCUSE)
    with pytest.raises(AppointmentOver):
        rendez_vous.deplacer(team.psychologue, rdv.id, typed)
    with pytest.raises(AppointmentOver):
        rendez_vous.annuler(team.psychologue, rdv.id)


def test_that_somebody_else_s_appointment_is_not_cancelled(team, sophie):
    rdv = planned(team, sophie, NEXT)
    with pytest.raises(AccessDenied):
        rendez_vous.annuler(team.medecin, rdv.id)
    rendez_vous.annuler(team[Role.SECRETARIAT], rdv.id)


# --- what is typed -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"patient": None}, "patient"),
        ({"membre": None}, "membre"),
        ({"jour": None}, "jour"),
        ({"jour": date(2026, 11, 18)}, "jour"),
        ({"heure": None}, "heure"),
        ({"duree": None}, "duree"),
        ({"duree": 4}, "duree"),
        ({"duree": 481}, "duree"),
        ({"precision": "x" * 61}, "precision"),
    ],
)
def test_that_each_field_says_what_it_wants(typed, change, field):
    assert list(rendez_vous.problems(replace(typed, **change), TODAY)) == [field]


def test_that_an_appointment_is_within_two_years(typed):
    furthest = date(2028, 11, 19)
    assert rendez_vous.problems(replace(typed, jour=furthest), TODAY) == {}
    for jour in (date(2028, 11, 20), date.max):
        found = rendez_vous.problems(replace(typed, jour=jour), TODAY)
        assert list(found) == ["jour"]


def test_that_today_is_a_day_to_come(typed):
    assert rendez_vous.problems(replace(typed, jour=TODAY), TODAY) == {}
