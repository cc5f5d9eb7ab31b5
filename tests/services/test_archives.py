"""What nobody touched for years leaves the lists, is read with a reason, and comes back alone."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import archives, documents, dossiers, journal, patients
from microstructure_desktop.services.archives import DossierArchive
from microstructure_desktop.services.doublons import doublons
from microstructure_desktop.services.patients import Filtre
from microstructure_desktop.services.recherche import search, search_archives
from tests.cabinet import TODAY

BORN = date(1992, 5, 14)
LATER = date(2031, 11, 19)


@pytest.fixture
def asleep(team):
    """Somebody whose last session was five years ago, and whose follow-up ended before."""
    patient = team.patient()
    team.seance(patient.id, TODAY)
    with team.medecin.store.read() as work:
        (episode,) = work.inclusions.of(patient.id)
    patients.close(team.medecin, episode.id, fin=date(2026, 6, 1), motif="DEMENAGEMENT")
    team.clock.set(LATER, time(9))
    return patient


def reason(office, patient):
    journal.note(office, Action.LECTURE_ARCHIVE, patient=patient.id, motif="courrier reçu")


def test_that_they_are_in_no_list_and_no_search(team, asleep):
    office = team.medecin
    assert search(office, "légende") == ()
    assert [x.id for x in search_archives(office, "légende")] == [asleep.id]
    for filtre in Filtre:
        assert patients.list_patients(office, filtre).lignes == ()


def test_that_they_are_there_the_day_before(team, asleep):
    team.clock.set(date(2031, 11, 18), time(9))
    office = team.medecin
    assert [x.id for x in search(office, "légende")] == [asleep.id]
    assert search_archives(office, "légende") == ()
    assert patients.list_patients(office, Filtre.SORTIS).sortis == 1


def test_that_their_record_opens_with_a_reason_for_the_day_and_its_reader(team, asleep):
    office = team.medecin
    for read in (dossiers.dossier, patients.identity, documents.parcours):
        with pytest.raises(DossierArchive):
            read(office, asleep.id)
    reason(office, asleep)
    assert dossiers.dossier(office, asleep.id).patient.id == asleep.id
    with pytest.raises(DossierArchive):
        dossiers.dossier(team.psychologue, asleep.id)
    team.clock.set(LATER, time(21, 30))
    with pytest.raises(DossierArchive):
        dossiers.dossier(office, asleep.id)


def test_that_a_new_act_brings_them_back(team, asleep):
    reason(team.psychologue, asleep)
    team.seance(asleep.id, LATER)
    office = team.medecin
    assert [x.id for x in search(office, "légende")] == [asleep.id]
    assert dossiers.dossier(office, asleep.id).seances


def test_that_whoever_registers_them_again_is_told(team, asleep):
    told = doublons(team[Role.SECRETARIAT], nom="Légende", prenom="Sophie", naissance=BORN)
    assert [d.ligne.id for d in told] == [asleep.id]


def test_that_a_whole_year_keeps_counting_them(team, asleep):
    with team.medecin.store.read() as work:
        assert archives.archives(team.medecin, work) == {asleep.id}
        assert work.queries.people_met(date(2026, 1, 1), date(2026, 12, 31)) == 1


def test_that_an_ongoing_follow_up_is_no_archive(team):
    patient = team.patient()
    team.clock.set(LATER, time(9))
    assert [x.id for x in search(team.medecin, "légende")] == [patient.id]
    assert dossiers.dossier(team.medecin, patient.id).patient == patient
