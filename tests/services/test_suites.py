"""After a session: the question and the appointment are added, changed, taken back."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.services import suites
from tests.cabinet import TODAY
from tests.factories import a_synthese


@pytest.fixture
def sophie(team):
    return team.patient().id


def ask(office, patient, texte):
    with office.store.begin(office.membre.id, office.now()) as work:
        suites.ask(work, office, patient, texte)


def plan(office, patient, quand, apres=TODAY):
    with office.store.begin(office.membre.id, office.now()) as work:
        suites.plan(work, office, patient, quand, apres=apres)


def questions(office, patient):
    with office.store.read() as work:
        return [(q.membre, q.texte) for q in work.questions.of(patient)]


def appointments(office, patient):
    with office.store.read() as work:
        return [(r.jour, r.heure) for r in work.rendez_vous.of(patient)]


def test_that_a_question_is_asked_reworded_and_taken_back(team, sophie):
    office = team.psychologue
    me = office.membre.id
    ask(office, sophie, " Relais tabac ")
    assert questions(office, sophie) == [(me, "Relais tabac")]
    ask(office, sophie, "Reprise du travail")
    assert questions(office, sophie) == [(me, "Reprise du travail")]
    ask(office, sophie, None)
    assert questions(office, sophie) == []


def test_that_an_unchanged_question_is_not_written_again(team, sophie):
    ask(team.psychologue, sophie, "Relais tabac")
    with team.psychologue.store.read() as work:
        (question,) = work.questions.of(sophie)
    ask(team.psychologue, sophie, "Relais tabac")
    with team.psychologue.store.read() as work:
        assert len(work.revisions.history(question.id)) == 1


def test_that_taking_back_ones_question_leaves_that_of_a_colleague(team, sophie):
    ask(team.psychologue, sophie, "La mienne")
    ask(team.medecin, sophie, "La sienne")
    ask(team.psychologue, sophie, None)
    assert questions(team.psychologue, sophie) == [(team.medecin.membre.id, "La sienne")]


def test_that_a_question_answered_by_a_closed_meeting_is_asked_anew(team, sophie):
    office = team.psychologue
    ask(office, sophie, "Relais tabac")
    team.clock.set(TODAY, time(18))
    seen = Situation(sophie, Motif.QUESTION, vue=True)
    meeting = a_synthese(jour=TODAY, situations=(seen,))
    closed = replace(meeting, etat=Etat.CLOSE, close_le=team.clock())
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.syntheses.save(closed)
        assert suites.open_question(work, office.membre.id, sophie) is None
    ask(office, sophie, "Reprise du travail")
    assert [texte for _, texte in questions(office, sophie)] == [
        "Relais tabac",
        "Reprise du travail",
    ]


def test_that_an_appointment_is_added_moved_and_taken_back(team, sophie):
    office = team.psychologue
    plan(office, sophie, (date(2026, 12, 3), time(14)))
    assert appointments(office, sophie) == [(date(2026, 12, 3), time(14))]
    plan(office, sophie, (date(2026, 12, 10), time(9, 30)))
    assert appointments(office, sophie) == [(date(2026, 12, 10), time(9, 30))]
    plan(office, sophie, None)
    assert appointments(office, sophie) == []


def test_that_a_moved_appointment_keeps_its_length_and_its_history(team, sophie):
    office = team.psychologue
    plan(office, sophie, (date(2026, 12, 3), time(14)))
    with office.store.begin(office.membre.id, office.now()) as work:
        (rdv,) = work.rendez_vous.of(sophie)
        work.rendez_vous.save(replace(rdv, duree=60))
    plan(office, sophie, (date(2026, 12, 4), time(14)))
    with office.store.read() as work:
        (moved,) = work.rendez_vous.of(sophie)
        assert (moved.id, moved.duree) == (rdv.id, 60)
        assert len(work.revisions.history(rdv.id)) == 3


def test_that_the_same_appointment_is_not_written_again(team, sophie):
    office = team.psychologue
    for _ in range(2):
        plan(office, sophie, (date(2026, 12, 3), time(14)))
    with office.store.read() as work:
        (rdv,) = work.rendez_vous.of(sophie)
        assert len(work.revisions.history(rdv.id)) == 1


def test_that_only_ones_own_appointment_to_come_is_moved(team, sophie):
    social = team[Role.TRAVAILLEUR_SOCIAL]
    plan(social, sophie, (date(2026, 11, 26), time(10)))
    plan(team.psychologue, sophie, (TODAY, time(14)), apres=date(2026, 11, 1))
    plan(team.psychologue, sophie, (date(2026, 12, 3), time(14)))
    assert appointments(social, sophie) == [
        (TODAY, time(14)),
        (date(2026, 11, 26), time(10)),
        (date(2026, 12, 3), time(14)),
    ]
