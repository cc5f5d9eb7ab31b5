"""What a fiche shows by itself."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import fiches
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.automatique import automatique

TS = Role.TRAVAILLEUR_SOCIAL
MARCH, JUNE, SEPTEMBER = date(2026, 3, 10), date(2026, 6, 2), date(2026, 9, 8)


@pytest.fixture
def patient(team):
    found = team.patient()
    team.seance(found.id, MARCH, TS, type=TypeActe.VAD)
    team.seance(found.id, JUNE, TS, type=TypeActe.VAD)
    team.seance(found.id, SEPTEMBER, TS, type=TypeActe.VAD, issue=Issue.ABSENT_EXCUSE)
    team.seance(found.id, SEPTEMBER, TS, type=TypeActe.ACCOMPAGNEMENT_PHYSIQUE)
    team.seance(found.id, SEPTEMBER, TS, type=TypeActe.ENTRETIEN_ENTOURAGE)
    team.seance(found.id, SEPTEMBER, Role.PSYCHOLOGUE, type=TypeActe.ENTRETIEN_ENTOURAGE)
    return found


def test_that_kept_acts_of_the_profession_are_counted_since_the_day(team, patient):
    found = automatique(team.travailleur_social, patient.id, TS, MARCH)
    assert (found.visites, found.accompagnements, found.proches) == (1, 1, 1)
    assert found.assiduite.manquees == 1
    whole = automatique(team.travailleur_social, patient.id, TS)
    assert whole.visites == 2


def test_that_without_a_profession_every_one_counts(team, patient):
    assert automatique(team.medecin, patient.id, None).proches == 2


def test_that_what_was_obtained_is_said_once_in_the_order_of_the_days(team, patient):
    office = team.travailleur_social
    for jour, answers in (
        (SEPTEMBER, {"demarche_1": "LOGEMENT", "demarche_etat_1": "ABOUTIE",
                     "demarche_2": "RSA", "demarche_etat_2": "EN_COURS"}),
        (JUNE, {"demarche_1": "RSA", "demarche_etat_1": "ABOUTIE",
                "demarche_2": "LOGEMENT", "demarche_etat_2": "ABOUTIE"}),
    ):  # fmt: skip
        opened = fiches.start(office, patient.id, "sociale_suivi")
        fiches.save(office, opened, jour=jour, answers=answers, complete=False)
    assert automatique(office, patient.id, TS).obtenues == ("RSA", "LOGEMENT")


def test_that_somebody_without_access_to_care_cannot_ask(team, patient):
    with pytest.raises(AccessDenied):
        automatique(team[Role.SECRETARIAT], patient.id, None)
