"""The order of a meeting, and where it is taken up."""

from dataclasses import replace

from microstructure_desktop.domain.synthese import Etat, Suite
from microstructure_desktop.ui.pages.reunions import steps

from . import scenes


def test_that_old_decisions_come_first_and_the_team_last(opened, who):
    assert steps.steps_of(opened.synthese) == (
        "reprises",
        who.sophie.id,
        who.luc.id,
        who.ana.id,
        "organisation",
    )


def test_that_there_is_no_first_step_without_old_decisions(opened):
    assert "reprises" not in steps.steps_of(replace(opened.synthese, reprises=()))


def test_that_a_meeting_opens_on_old_decisions_then_on_whoever_was_not_discussed(opened, who):
    synthese = opened.synthese
    assert steps.first_step(synthese) == "reprises"
    begun = synthese.avec_situation(replace(synthese.situation(who.sophie.id), vue=True))
    assert steps.first_step(begun) == who.luc.id


def test_that_a_closed_meeting_is_read_from_its_first_patient(opened, who):
    synthese = opened.synthese
    done = tuple(replace(s, vue=True) for s in synthese.situations)
    closed = replace(synthese, situations=done, etat=Etat.CLOSE)
    assert steps.first_step(closed) == who.sophie.id
    assert steps.first_step(replace(closed, etat=Etat.EN_COURS)) == "organisation"


def test_that_only_unticked_decisions_are_to_follow(opened):
    (reprise,) = opened.synthese.reprises
    done = replace(reprise, decision=replace(reprise.decision, suite=Suite.FAITE))
    assert steps.to_follow(opened.synthese) == 1
    assert steps.to_follow(replace(opened.synthese, reprises=(done,))) == 0


def test_that_what_is_missing_before_closing_is_known(opened, who):
    synthese = opened.synthese
    for situation in (scenes.seen(who.sophie), scenes.seen(who.luc, scenes.decision("Patch"))):
        synthese = synthese.avec_situation(situation)
    assert [s.patient for s in steps.undecided(synthese)] == [who.sophie.id]
    assert [s.patient for s in steps.undiscussed(synthese)] == [who.ana.id]


def test_that_a_step_is_a_patient_or_is_not(opened, who):
    assert steps.situation_at(opened.synthese, who.ana.id).patient == who.ana.id
    assert steps.situation_at(opened.synthese, "organisation") is None
