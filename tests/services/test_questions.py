"""Somebody is proposed for the next meeting without a session."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import questions, syntheses
from microstructure_desktop.services.access import AccessDenied


@pytest.fixture
def sophie(team):
    return team.patient()


def waiting(team, patient):
    with team.medecin.store.read() as work:
        return [(q.membre, q.texte) for q in work.questions.of(patient.id)]


def test_that_a_question_waits_for_the_next_meeting(team, sophie):
    asked = questions.proposer(team.psychologue, sophie.id, " Reprise du travail ? ")
    assert waiting(team, sophie) == [(team.psychologue.membre.id, "Reprise du travail ?")]
    assert asked.texte == "Reprise du travail ?"
    assert [p.patient for p in syntheses.prepare(team.medecin).propositions] == [sophie.id]


def test_that_ones_own_question_is_said_otherwise_and_a_colleagues_is_not(team, sophie):
    first = questions.proposer(team.psychologue, sophie.id, "Travail ?")
    again = questions.proposer(team.psychologue, sophie.id, "Logement ?")
    assert again.id == first.id
    questions.proposer(team.medecin, sophie.id, "Bilan ?")
    assert {texte for _, texte in waiting(team, sophie)} == {"Logement ?", "Bilan ?"}


def test_that_the_secretariat_asks_nothing(team, sophie):
    with pytest.raises(AccessDenied):
        questions.proposer(team[Role.SECRETARIAT], sophie.id, "?")
    assert waiting(team, sophie) == []
