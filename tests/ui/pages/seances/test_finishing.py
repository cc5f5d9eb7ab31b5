"""Finishing puts each doubt once, then records."""

from dataclasses import replace

from microstructure_desktop.services import consultations
from microstructure_desktop.services.seance_checks import Doute
from microstructure_desktop.ui.pages.seances.finishing import Outcome, Request, finish


def request(office, patient, accepted=frozenset(), **changes):
    opened = consultations.open_seance(office, patient.id)
    saisie = replace(opened.saisie, **changes)
    return Request(opened.id, patient.id, saisie, opened.based_on, accepted)


def test_that_a_session_without_doubt_is_recorded(team, sophie):
    outcome = finish(team.psychologue, request(team.psychologue, sophie))
    with team.psychologue.store.read() as work:
        assert work.consultations.of(sophie.id) == [outcome.consultation]
    assert outcome.doutes == ()
    assert [change.entity for change in outcome.changes] == [outcome.consultation.id]


def test_that_a_doubt_comes_before_the_record_and_its_answer_is_remembered(team, sophie):
    asked = request(team.psychologue, sophie, duree=180)
    outcome = finish(team.psychologue, asked)
    assert [d.champ for d in outcome.doutes] == ["duree"]
    assert outcome == Outcome(doutes=outcome.doutes)
    with team.psychologue.store.read() as work:
        assert work.consultations.of(sophie.id) == []
    again = finish(team.psychologue, replace(asked, accepted=frozenset(outcome.doutes)))
    assert again.consultation.duree == 180


def test_that_the_answer_to_one_doubt_does_not_answer_another(team, sophie):
    other = frozenset({Doute("duree", "autre question")})
    outcome = finish(team.psychologue, request(team.psychologue, sophie, other, duree=180))
    assert outcome.consultation is None
