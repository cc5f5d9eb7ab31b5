"""What people object to, and what follows from it."""

from datetime import date

import pytest

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import dossiers, envois, fiches
from microstructure_desktop.services.dossiers import GenreAlerte
from microstructure_desktop.services.oppositions import Objet, oppositions

JUNE, OCTOBER = date(2026, 6, 2), date(2026, 10, 5)


@pytest.fixture
def sophie(team):
    return team.patient()


def said(team, patient, jour, **answers):
    office = team.travailleur_social
    opened = fiches.start(office, patient.id, "inclusion")
    return fiches.save(office, opened, jour=jour, answers=answers, complete=False)


def found(team):
    with team.medecin.store.read() as work:
        return oppositions(work.fiches.all())


def test_that_the_last_word_counts_with_its_day(team, sophie):
    said(team, sophie, JUNE, opposition_statistique=True, opposition_statistique_jour="2026-06-01")
    assert found(team)[sophie.id].objets == {Objet.STATISTIQUE: date(2026, 6, 1)}
    said(team, sophie, date(2026, 7, 1), retrait=True)
    said(team, sophie, OCTOBER, opposition_statistique=False, opposition_partage=True)
    assert found(team)[sophie.id].objets == {Objet.RETRAIT: None, Objet.PARTAGE: None}
    said(team, sophie, OCTOBER, retrait=False)
    said(team, sophie, date(2026, 10, 6), opposition_partage=False)
    assert found(team) == {}


@pytest.mark.parametrize("answer", ["opposition_statistique", "retrait"])
def test_that_nothing_of_who_objects_is_counted_in_what_leaves(team, sophie, answer):
    others = [team.patient(f"Figurant{n}") for n in range(6)]
    for patient in (sophie, *others):
        team.seance(patient.id, OCTOBER, duree=45)
    before = envois.depart(team.psychologue, Mois(2026, 10)).contenu
    assert [x.file_active for x in before.file_active] == [7]
    said(team, sophie, OCTOBER, **{answer: True})
    after = envois.depart(team.psychologue, Mois(2026, 10)).contenu
    assert [x.file_active for x in after.file_active] == [6]
    assert [x.nombre for x in after.activite] == [6]


def test_that_every_carer_is_told_in_the_record(team, sophie):
    said(team, sophie, JUNE, opposition_partage=True, opposition_partage_jour="2026-06-02")
    for office in (team.medecin, team.psychologue):
        alertes = dossiers.dossier(office, sophie.id).alertes
        (told,) = [a for a in alertes if a.genre is GenreAlerte.OPPOSITION]
        assert (told.cible, told.jour) == (Objet.PARTAGE, JUNE)
