"""The part of the story that is shown."""

from datetime import date

import pytest

from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.chronologie import chronologie
from microstructure_desktop.ui.pages.patients.recit import recit


@pytest.fixture
def told(team, sophie):
    """Somebody followed twice, a session in each time and one between."""
    (first,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    for jour in (date(2026, 4, 14), date(2026, 6, 2)):
        team.seance(sophie.id, jour)
    patients.close(team.medecin, first.id, fin=date(2026, 4, 30), motif="DEMENAGEMENT")
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=date(2026, 10, 1))
    team.seance(sophie.id, date(2026, 10, 6))
    office = team.psychologue
    dossier, known = dossiers.dossier(office, sophie.id), chronologie(office, sophie.id)
    return lambda chosen: recit(dossier, known, office.reference, office.membre, chosen), first


def test_that_the_whole_story_is_beside_the_present_follow_up(told):
    tell, _first = told
    whole = tell(None)
    assert [e.jour.month for e in whole.evenements] == [10, 10, 6, 4, 4, 3]
    assert (whole.episode.inclusion.debut, whole.part) == (date(2026, 10, 1), "")
    assert tell("0" * 32) == whole


def test_that_an_earlier_follow_up_keeps_its_own_days(told):
    tell, first = told
    part = tell(first.id)
    assert [e.titre for e in part.evenements] == [
        "Fin de suivi",
        "Consultation psychologique",
        "Inclusion",
    ]
    assert part.episode.inclusion.id == first.id
    assert part.part == "Suivi du 03/03/2026 au 30/04/2026"


def test_that_nobody_included_has_a_story_without_episode(team):
    outside = team.patient(programme=None, debut=None)
    office = team.psychologue
    dossier, known = dossiers.dossier(office, outside.id), chronologie(office, outside.id)
    assert recit(dossier, known, office.reference, office.membre, None) == ((), None, "")
