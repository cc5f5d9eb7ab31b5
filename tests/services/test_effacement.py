"""Somebody erased is nowhere any more, in no copy either; everything else goes on."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.effacement import Fondement
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import (
    accueil,
    annulation,
    comptes_rendus,
    corbeille,
    documents,
    dossiers,
    effacement,
    envois,
    historique,
    journal,
    patients,
    separations,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import ChangedSince, noted
from microstructure_desktop.services.effacement import MotifRefuse
from microstructure_desktop.services.recherche import search
from microstructure_desktop.store import guards
from microstructure_desktop.store.failures import RecordMissing, WrongPassphrase
from tests.cabinet import PASSPHRASE, TODAY
from tests.store.plain_pages import plain_pages

from .cases import write
from .erasures import CANARY, MOTIF, erase, somebody
from .merges import discussed, joined


@pytest.fixture
def other(team):
    return team.patient("Reste", "Marie")


@pytest.fixture
def gone(team):
    return somebody(team)


def pages(team):
    team.medecin.store.checkpoint()
    return plain_pages(team.home.coffre / guards.NAME, team.medecin.key)


def test_that_nothing_of_them_is_left_and_everything_else_works(team, gone, other):
    meeting = discussed(team, gone, other)
    assert CANARY.encode() in pages(team)
    erase(team, gone)
    assert CANARY.encode() not in pages(team)
    assert team.medecin.store.verify() == []
    for office in team.offices.values():
        accueil.accueil(office)
        assert search(office, CANARY) == ()
    office = team.medecin
    assert [x.id for x in patients.list_patients(office).lignes] == [other.id]
    corbeille.corbeille(office)
    journal.read(office, journal.Demande())
    historique.historique(office, meeting.id)
    assert separations.reversibles(office, other.id) == ()
    comptes_rendus.comptes_rendus(office)
    assert envois.depart(office, Mois(2026, 11)) is not None
    with pytest.raises(RecordMissing):
        dossiers.dossier(office, gone.id)


def test_that_closed_minutes_keep_their_number_and_say_it(team, gone, other):
    meeting = replace(discussed(team, gone, other), presents=(), redacteur=None)
    write(team, "syntheses", meeting)
    before = syntheses.open_synthese(team.medecin, meeting.id).numero
    erase(team, gone)
    opened = syntheses.open_synthese(team.medecin, meeting.id)
    assert opened.numero == before
    assert opened.synthese.effacees == (TODAY,)
    assert documents.minutes(team.medecin, meeting.id).pdf.startswith(b"%PDF")


def test_that_every_record_made_one_goes(team, gone):
    double = team.patient(CANARY, "Autre", naissance=date(1991, 1, 1), programme=None, debut=None)
    joined(team, gone, double, certain=True)
    made = erase(team, double)
    assert made.effacement.dossiers == ("0001", "0002")
    assert CANARY.encode() not in pages(team)
    assert team.medecin.store.verify() == []


def test_that_an_act_about_them_is_not_undone(team, gone):
    rdv = RendezVous("r", gone.id, team.medecin.membre.id, TODAY, time(9), 30)
    act = noted(team.medecin, lambda o: write(team, "rendez_vous", rdv, Role.MEDECIN))
    erase(team, gone)
    with pytest.raises(ChangedSince):
        annulation.undo(team.medecin, act.changes)


def test_that_a_meeting_built_on_an_emptied_one_is_still_joined(team, gone, other):
    meeting = discussed(team, gone, other, close=False)
    opened = syntheses.open_synthese(team.medecin, meeting.id)
    erase(team, gone)
    merged = syntheses.merge(team.medecin, opened.synthese, opened.based_on)
    assert other.id in {s.patient for s in merged.synthese.situations}


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"phrase": "une autre phrase que la sienne"}, WrongPassphrase),
        ({"motif": "court"}, MotifRefuse),
        ({"motif": "x" * 201}, MotifRefuse),
        ({"motif": f"à la demande de Mme {CANARY.lower()}"}, MotifRefuse),
    ],
)
def test_that_both_steps_are_needed(team, gone, changed, refusal):
    with pytest.raises(refusal):
        erase(team, gone, **changed)
    assert dossiers.dossier(team.medecin, gone.id).seances


def test_that_only_a_doctor_erases(team, gone):
    for role in (Role.PSYCHOLOGUE, Role.SECRETARIAT):
        with pytest.raises(AccessDenied):
            effacement.effacer(team[role], gone.id, PASSPHRASE, Fondement.ERREUR, MOTIF)
        with pytest.raises(AccessDenied):
            effacement.apercu(team[role], gone.id)


def test_what_would_go_is_told_before(team, gone, other):
    discussed(team, gone, other)
    seen = effacement.apercu(team.medecin, gone.id)
    assert seen.numeros == ("0001",)
    assert seen.comptes == {
        "inclusion": 1, "consultation": 1, "rendez_vous": 1, "question": 1, "fiche": 1,
        "synthese": 1,
    }  # fmt: skip
    assert (seen.suivi_ouvert, seen.sauvegardes) == (True, 0)
