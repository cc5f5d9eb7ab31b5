"""A fictional meeting is held like a real one."""

from datetime import date
from random import Random

from microstructure_desktop.demo import material, meeting
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.services import syntheses


def test_that_a_meeting_without_anybody_to_discuss_is_not_held(team):
    meeting.hold(team.offices, team.clock, material.load(), Random(1), date(2026, 11, 19))
    assert syntheses.reunions(team.medecin).lignes == ()


def test_that_proposed_people_are_discussed_and_the_meeting_closed(team):
    for name in ("Légende", "Roman"):
        team.patient(name)
    meeting.hold(team.offices, team.clock, material.load(), Random(1), date(2026, 11, 19))
    (ligne,) = syntheses.reunions(team.medecin).lignes
    held = syntheses.open_synthese(team.medecin, ligne.id).synthese
    assert held.close
    assert len(held.vues) == 2
    assert all(4 <= s.minutes <= 10 for s in held.vues)


def test_that_decisions_say_what_they_change_and_the_psychiatrist_is_asked(told):
    with told[0].offices[Role.MEDECIN].store.read() as work:
        held = work.syntheses.all()
    decided = [(s.jour.month, d) for s in held for x in s.situations for d in x.decisions]
    asked = [month for month, d in decided if d.type is TypeDecision.AVIS_PSYCHIATRE]
    assert asked == [8, 10]
    assert len({d.type for _, d in decided}) >= 3
    assert any(d.echeance_jour is not None for _, d in decided)
