"""What happened besides sessions, fiches and meetings."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.chronologie import chronologie
from tests.cabinet import TODAY
from tests.factories import a_document, a_lettre

from .cases import oppose, planned, write
from .plans import planned_care


@pytest.fixture
def sophie(team):
    return team.patient()


def papers(team, patient, role):
    membre = team[role].membre.id
    document = a_document(patient=patient.id, ajoute_par=membre)
    lettre = a_lettre(patient=patient.id, membre=membre)
    return write(team, "documents", document, role), write(team, "lettres", lettre, role)


def test_that_papers_are_told_with_their_kind(team, sophie):
    document, lettre = papers(team, sophie, Role.PSYCHOLOGUE)
    lost = a_lettre(patient=sophie.id, membre=lettre.membre, modele="perdu")
    write(team, "lettres", lost)
    found = chronologie(team.medecin, sophie.id)
    assert found.documents == (document,)
    assert {x.lettre: x.titre for x in found.lettres} == {
        lettre: "Lettre d’orientation",
        lost: "Lettre",
    }


def test_that_an_appointment_of_which_nothing_is_said_is_told(team, sophie):
    silent = planned(team, sophie, date(2026, 11, 3))
    planned(team, sophie, date(2026, 11, 5))
    team.seance(sophie.id, date(2026, 11, 5), issue=Issue.ABSENT_EXCUSE)
    planned(team, sophie, TODAY, heure=time(9))
    assert chronologie(team.medecin, sophie.id).non_notes == (silent,)


def test_that_episodes_plans_and_words_are_there(team, sophie):
    plan = planned_care(team, sophie)
    me = team.psychologue.membre.id
    said = Declaration(new_id(), sophie.id, Objet.STATISTIQUE, True, TODAY, me)
    write(team, "declarations", said)
    found = chronologie(team.medecin, sophie.id)
    assert [e.inclusion.debut for e in found.episodes] == [date(2026, 3, 3)]
    assert found.plans.actuel.fiche == plan
    assert found.paroles == (said,)


def test_that_a_closed_record_tells_ones_own_papers_only(team, sophie):
    papers(team, sophie, Role.PSYCHOLOGUE)
    mine = papers(team, sophie, Role.MEDECIN)
    oppose(team, sophie)
    found = chronologie(team.medecin, sophie.id)
    assert (*found.documents, *(x.lettre for x in found.lettres)) == mine
    assert (found.paroles, found.plans.plans) == ((), ())
    assert len(chronologie(team.psychologue, sophie.id).documents) == 2


def test_that_the_reception_reads_nothing_of_it(team, sophie):
    with pytest.raises(AccessDenied):
        chronologie(team[Role.SECRETARIAT], sophie.id)
