"""What meetings decided about somebody, and what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Motif,
    Reprise,
    Situation,
    Suite,
)
from microstructure_desktop.services.plan_de_soins import plans
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import oppose, write

SEPTEMBER, OCTOBER = date(2026, 9, 24), date(2026, 10, 22)


@pytest.fixture
def sophie(team):
    return team.patient()


def meeting(team, jour, *situations, reprises=(), etat=Etat.CLOSE):
    closed = team.clock() if etat is Etat.CLOSE else None
    made = a_synthese(
        jour=jour, etat=etat, situations=situations, reprises=reprises, close_le=closed
    )
    return write(team, "syntheses", made)


def about(patient, *decisions):
    return Situation(patient.id, Motif.QUESTION, decisions=decisions, vue=True)


def decision(texte="Bilan sanguin", rank="1", **more):
    return Decision(DecisionId(rank), texte, **more)


def read(team, patient):
    return plans(team.psychologue, patient.id).actions


def test_that_a_decision_says_who_when_and_whether_it_waits(team, sophie):
    doctor = team.medecin.membre
    taken = decision(qui=doctor.id, echeance="avant le 15/10")
    made = meeting(team, SEPTEMBER, about(sophie, taken))
    (action,) = read(team, sophie)
    assert (action.decision, action.jour, action.synthese) == (taken, SEPTEMBER, made.id)
    assert (action.qui, action.pour) == (doctor, date(2026, 10, 15))
    assert action.en_retard(date(2026, 10, 16))
    assert not action.en_retard(date(2026, 10, 15))


def test_that_the_last_meeting_says_what_became_of_it(team, sophie):
    first, other = decision(echeance="15/10"), decision("Courrier", "2", echeance="15/10")
    meeting(team, SEPTEMBER, about(sophie, first, other))
    done = Reprise(sophie.id, replace(first, suite=Suite.FAITE), SEPTEMBER)
    later = meeting(team, OCTOBER, reprises=(done, Reprise(sophie.id, other, SEPTEMBER)))
    told = {a.decision.texte: a for a in read(team, sophie)}
    assert told["Bilan sanguin"].decision.suite is Suite.FAITE
    assert not told["Bilan sanguin"].en_retard(TODAY)
    assert told["Courrier"].en_retard(TODAY)
    assert {(a.jour, a.synthese) for a in told.values()} == {(SEPTEMBER, later.id)}


def test_that_the_latest_come_first_and_open_meetings_say_nothing(team, sophie):
    meeting(team, SEPTEMBER, about(sophie, decision()))
    meeting(team, OCTOBER, about(sophie, decision("Avis", "2"), decision("", "3")))
    meeting(team, TODAY, about(sophie, decision("En cours", "4")), etat=Etat.EN_COURS)
    assert [a.decision.texte for a in read(team, sophie)] == ["Avis", "Bilan sanguin"]


def test_that_what_is_about_others_or_closed_is_left_out(team, sophie):
    other = team.patient("Autre", "Jean")
    meeting(team, SEPTEMBER, about(sophie, decision()), about(other, decision("Autre", "2")))
    assert [a.decision.texte for a in read(team, other)] == ["Autre"]
    oppose(team, sophie)
    assert plans(team.medecin, sophie.id).actions == ()
