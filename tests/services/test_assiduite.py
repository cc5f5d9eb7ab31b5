"""How regularly a person came."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.assiduite import Assiduite, assiduite


@pytest.fixture
def patient(team):
    found = team.patient()
    team.seance(found.id, date(2026, 6, 2))
    team.seance(found.id, date(2026, 7, 1))
    team.seance(found.id, date(2026, 9, 3), issue=Issue.ABSENT_EXCUSE)
    team.seance(found.id, date(2026, 9, 4), issue=Issue.ABSENT_NON_EXCUSE)
    team.seance(found.id, date(2026, 9, 5), issue=Issue.ANNULE_PRO)
    team.seance(found.id, date(2026, 9, 6), type=TypeActe.ENTRETIEN_ENTOURAGE)
    team.seance(found.id, date(2026, 10, 1), Role.TRAVAILLEUR_SOCIAL)
    team.seance(
        found.id,
        date(2026, 10, 2),
        Role.TRAVAILLEUR_SOCIAL,
        type=TypeActe.DEMARCHE_SANS_PATIENT,
    )
    return found


def test_that_sessions_of_the_profession_are_counted(team, patient):
    found = assiduite(team.psychologue, patient.id, Role.PSYCHOLOGUE)
    assert found == Assiduite(2, 2, None)


def test_that_an_errand_for_the_person_is_no_session_with_them(team, patient):
    found = assiduite(team.travailleur_social, patient.id, Role.TRAVAILLEUR_SOCIAL)
    assert found == Assiduite(1, 0, None)


def test_that_only_sessions_after_the_day_given_are_counted(team, patient):
    found = assiduite(team.psychologue, patient.id, Role.PSYCHOLOGUE, date(2026, 6, 2))
    assert found == Assiduite(1, 2, date(2026, 6, 2))


def test_that_somebody_without_access_to_care_cannot_ask(team, patient):
    with pytest.raises(AccessDenied):
        assiduite(team[Role.SECRETARIAT], patient.id, Role.PSYCHOLOGUE)
