"""Where each person stands, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.services import dossiers, equipe, patients
from microstructure_desktop.services.suivi import courante, suivis
from tests.cabinet import TODAY
from tests.factories import an_inclusion

from .cases import filled, planned


@pytest.fixture
def sophie(team):
    return team.patient()


def state(team, patient, le=TODAY, depuis=None):
    office = team.medecin
    with office.store.read() as work:
        return suivis(work, office.reference, le, depuis).get(patient.id)


def counts(suivi):
    return {c.role: (c.faits, c.inclus, c.planifies) for c in suivi.forfait.compteurs}


def test_that_somebody_never_included_stands_nowhere(team):
    assert state(team, team.patient(programme=None, debut=None)) is None


def test_that_a_year_of_follow_up_is_counted_by_role(team, sophie):
    for jour in (date(2026, 3, 10), date(2026, 5, 12), date(2026, 11, 12)):
        team.seance(sophie.id, jour)
    team.seance(sophie.id, date(2026, 11, 5), issue=Issue.ABSENT_EXCUSE)
    team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    team.seance(sophie.id, date(2026, 10, 14), Role.MEDECIN)
    team.seance(sophie.id, date(2026, 10, 15), Role.PSYCHIATRE)
    planned(team, sophie, date(2026, 11, 24))
    planned(team, sophie, date(2027, 3, 9))  # after the last day of the forfait
    suivi = state(team, sophie)
    assert (suivi.forfait.debut, suivi.forfait.fin) == (date(2026, 3, 3), date(2027, 3, 2))
    assert suivi.forfait.jours_restants(TODAY) == 103
    assert suivi.forfait.montant_centimes == 82_900
    assert counts(suivi) == {
        Role.MEDECIN: (1, 1, 0),
        Role.PSYCHOLOGUE: (3, 6, 1),
        Role.TRAVAILLEUR_SOCIAL: (1, 7, 0),
    }
    assert suivi.dernier_acte == date(2026, 11, 12)
    assert suivi.silence(TODAY) == 7


def test_that_a_forfait_begun_by_name_is_not_shown_under_an_alias(team, sophie):
    office = team.medecin
    with office.store.read() as work:
        (episode,) = work.inclusions.of(sophie.id)
    patients.close(office, episode.id, fin=date(2026, 11, 1), motif="DECES")
    assert dossiers.dossier(office, sophie.id).forfait is not None
    alias = patients.PatientSaisie("Mistral", "", sophie.naissance, anonyme=True)
    patients.edit(office, sophie.id, alias, None)
    assert dossiers.dossier(office, sophie.id).forfait is None


def test_that_talking_with_relatives_is_no_news_of_the_person(team, sophie):
    team.seance(sophie.id, date(2026, 10, 1))
    team.seance(sophie.id, date(2026, 11, 18), type=TypeActe.ENTRETIEN_ENTOURAGE)
    suivi = state(team, sophie)
    assert suivi.dernier_acte == date(2026, 10, 1)
    assert counts(suivi)[Role.PSYCHOLOGUE] == (1, 6, 0)


def test_that_a_follow_up_fiche_is_due_six_months_after_the_last_complete_one(team, sophie):
    assert state(team, sophie).fiche_due_le(Role.PSYCHOLOGUE) == date(2026, 9, 3)
    assert state(team, sophie).fiche_due(Role.PSYCHOLOGUE, TODAY)
    filled(team, sophie, date(2026, 11, 2), complete=False)
    assert state(team, sophie).fiche_due_le(Role.PSYCHOLOGUE) == date(2026, 9, 3)
    filled(team, sophie, date(2026, 11, 2))
    assert state(team, sophie).fiche_due_le(Role.PSYCHOLOGUE) == date(2027, 5, 2)
    assert not state(team, sophie).fiche_due(Role.PSYCHOLOGUE, TODAY)


def test_that_the_second_year_counts_from_zero(team, sophie):
    team.seance(sophie.id, date(2026, 11, 12))
    suivi = state(team, sophie, date(2027, 3, 3))
    assert (suivi.forfait.debut, suivi.forfait.fin) == (date(2027, 3, 3), date(2028, 3, 2))
    assert counts(suivi)[Role.PSYCHOLOGUE] == (0, 6, 0)


def test_that_who_left_is_silent_no_more_and_due_for_nothing(team, sophie):
    team.seance(sophie.id, date(2026, 6, 2))
    inclusion = state(team, sophie).inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 11, 18), motif="DEMENAGEMENT")
    assert state(team, sophie) is None
    suivi = state(team, sophie, depuis=date(2026, 11, 18))
    assert not suivi.actif(TODAY)
    assert suivi.silence(TODAY) is None
    assert (suivi.fiches_dues, suivi.ouverts) == ({}, ())
    assert counts(dossiers.dossier(team.medecin, sophie.id))[Role.PSYCHOLOGUE] == (1, 6, 0)


def test_that_a_programme_without_forfait_counts_nothing(team):
    suivi = state(team, team.patient(programme="MSMA_HORS_FORFAIT"))
    assert suivi.forfait is None
    assert suivi.actif(TODAY)


def test_that_the_open_episode_wins_over_the_last_one():
    ended = an_inclusion(debut=date(2025, 1, 1), fin=date(2025, 12, 31))
    later = an_inclusion(debut=date(2026, 2, 1), fin=date(2026, 3, 1))
    open_ = an_inclusion(debut=date(2026, 1, 1))
    assert courante([ended, open_, later], TODAY) is open_
    assert courante([ended, later], TODAY) is later
    assert courante([], TODAY) is None


def test_that_a_cycle_is_an_anniversary_year(team):
    forfait = state(team, team.patient(debut=date(2024, 2, 29))).forfait
    assert (forfait.debut, forfait.fin) == (date(2026, 2, 28), date(2027, 2, 27))


def test_that_the_cycle_is_the_one_the_cabinet_chose(team):
    autre = team.patient("Autre", debut=date(2025, 5, 10))
    for jour in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 4)):
        team.seance(autre.id, jour)
    by_birthday = state(team, autre).forfait
    assert (by_birthday.debut, by_birthday.fin) == (date(2026, 5, 10), date(2027, 5, 9))
    office = team.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), cycle_forfait=CycleForfait.CIVIL))
    civil = state(team, autre)
    assert (civil.forfait.debut, civil.forfait.fin) == (date(2026, 1, 1), date(2026, 12, 31))
    assert counts(civil)[Role.PSYCHOLOGUE] == (2, 6, 0)
    assert dossiers.dossier(office, autre.id).forfait == civil.forfait
