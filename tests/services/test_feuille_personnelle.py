"""An own sheet opens again the notes of a lost passphrase, in the cabinet as in its backup."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services import (
    consultations,
    feuille_personnelle,
    fiches,
    restauration,
    retrait,
    sauvegardes,
    secours,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.notes_personnelles import NotesScellees
from microstructure_desktop.services.secret_sauvegarde import Phrase
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.store import keyring, recovery_code
from microstructure_desktop.store.failures import (
    FormerNotesSealed,
    SheetIsPersonal,
    SheetOfCabinet,
    WrongOwnCode,
)
from tests.cabinet import PASSPHRASE, TODAY

NEW = "une autre phrase bien longue"


def typed_back(feuille):
    groups = recovery_code.groups(feuille.code)
    return {rank: groups[rank - 1] for rank in feuille.demandes}


def typed(feuille):
    return " ".join(recovery_code.groups(feuille.code))


@pytest.fixture
def feuille(team):
    made = feuille_personnelle.preparer(team.psychologue)
    feuille_personnelle.prouver(team.psychologue, made, typed_back(made))
    return made


@pytest.fixture
def sophie(team):
    return team.patient()


def again(team):
    """The psychologist, back with the passphrase that a colleague gave her."""
    secours.donner_phrase(team.medecin, team.psychologue.membre.id, NEW)
    return unlock.as_member(team.medecin, team.psychologue.membre.id, NEW)


def noted(office, patient_id, note, jour):
    opened = consultations.open_seance(office, patient_id)
    saisie = replace(opened.saisie, jour=jour, note_personnelle=note)
    return consultations.record(office, opened.id, patient_id, saisie)


def read(office, acte):
    return consultations.open_seance(office, acte.patient, acte.id)


def test_that_it_is_reminded_until_it_is_proved(team):
    office = team.psychologue
    assert "seraient perdues" in feuille_personnelle.etat(office).rappel
    made = feuille_personnelle.preparer(office)
    assert "n’est pas encore prouvée" in feuille_personnelle.etat(office).rappel
    with pytest.raises(feuille_personnelle.GroupsWrong):
        feuille_personnelle.prouver(office, made, {})
    store_id = keyring.load(team.home.coffre).store_id
    scanned = recovery_code.printed(made.code, store_id, recovery_code.OWN_PREFIX)
    feuille_personnelle.prouver(office, made, {made.demandes[0]: scanned})
    proved = feuille_personnelle.EtatPersonnel(TODAY, TODAY, "", fermees=False)
    assert feuille_personnelle.etat(office) == proved
    with pytest.raises(AccessDenied):
        feuille_personnelle.preparer(team.offices[Role.SECRETARIAT])


def test_that_the_notes_of_before_and_of_after_are_read_together(team, sophie, feuille):
    before = noted(team.psychologue, sophie.id, "d’avant", date(2026, 11, 12))
    office = again(team)
    after = noted(office, sophie.id, "d’après", date(2026, 11, 13))
    closed = read(office, before)
    assert (closed.saisie.note_personnelle, closed.scellee.feuille) == ("", True)
    assert feuille_personnelle.etat(office).fermees
    with pytest.raises(FormerNotesSealed):
        feuille_personnelle.preparer(office)
    feuille_personnelle.rouvrir(office, typed(feuille).lower())
    for session in (office, unlock.as_member(office, office.membre.id, NEW)):
        lues = [read(session, acte) for acte in (before, after)]
        assert [lu.saisie.note_personnelle for lu in lues] == ["d’avant", "d’après"]
        assert [lu.scellee for lu in lues] == [None, None]
    assert "a servi le 19/11/2026" in feuille_personnelle.etat(office).rappel


def test_that_what_was_done_is_in_the_log(team, feuille):
    office = again(team)
    feuille_personnelle.rouvrir(office, typed(feuille))
    feuille_personnelle.retirer(office)
    with office.store.read() as work:
        lines = work.acces.page(Filtre(action=Action.FEUILLE_SECOURS), None, 9)
    assert {line.membre for line in lines} == {office.membre.id}
    assert [line.detail for line in lines] == [
        "personnelle_retiree",
        "personnelle_utilisee",
        "personnelle_prouvee",
        "personnelle_preparee",
    ]


def test_that_a_session_is_corrected_without_losing_its_sealed_note(team, sophie, feuille):
    before = noted(team.psychologue, sophie.id, "d’avant", date(2026, 11, 12))
    office = again(team)
    closed = read(office, before)
    saisie = replace(closed.saisie, note_partagee="corrigée", motif_modification="oubli")
    made = consultations.record(office, before.id, sophie.id, saisie, closed.based_on)
    assert (made.note_partagee, made.note_personnelle) == ("corrigée", before.note_personnelle)
    feuille_personnelle.rouvrir(office, typed(feuille))
    assert read(office, before).saisie.note_personnelle == "d’avant"


def test_that_the_sealed_note_of_a_fiche_goes_through_a_correction(team, sophie, feuille):
    author = team.psychologue
    opened = fiches.start(author, sophie.id, FICHE_DE_SUIVI)
    day = date(2026, 11, 12)
    fiches.save(author, opened, jour=day, answers={"note_privee": "à moi"}, complete=False)
    office = again(team)
    closed = fiches.open_fiche(office, opened.id)
    assert closed.scellee.feuille
    assert closed.form.item("note_privee") is None
    fiches.save(office, closed, jour=day, answers={"craving": 5}, complete=False)
    feuille_personnelle.rouvrir(office, typed(feuille))
    lue = fiches.open_fiche(office, opened.id)
    assert (lue.answers, lue.scellee) == ({"note_privee": "à moi", "craving": 5}, None)


def test_that_a_draft_waits_for_the_sheet_rather_than_losing_its_note(team, sophie, feuille):
    author, day = team.psychologue, date(2026, 11, 12)
    opened = fiches.start(author, sophie.id, FICHE_DE_SUIVI)
    fiches.save_draft(author, opened, jour=day, answers={"note_privee": "à moi"})
    office = again(team)
    with pytest.raises(NotesScellees):
        fiches.start(office, sophie.id, FICHE_DE_SUIVI)
    feuille_personnelle.rouvrir(office, typed(feuille))
    lue = fiches.start(office, sophie.id, FICHE_DE_SUIVI)
    assert (lue.id, lue.answers) == (opened.id, {"note_privee": "à moi"})


def test_that_a_draft_whose_note_nothing_opens_is_taken_up_without_it(team, sophie):
    author, day = team.psychologue, date(2026, 11, 12)
    opened = fiches.start(author, sophie.id, FICHE_DE_SUIVI)
    answers = {"note_privee": "à moi", "craving": 5}
    fiches.save_draft(author, opened, jour=day, answers=answers)
    assert fiches.start(again(team), sophie.id, FICHE_DE_SUIVI).answers == {"craving": 5}


def test_that_neither_sheet_does_what_the_other_does(team, feuille):
    cabinet = secours.preparer(team.medecin)
    with pytest.raises(SheetOfCabinet):
        feuille_personnelle.rouvrir(team.psychologue, typed(cabinet))
    with pytest.raises(WrongOwnCode):
        feuille_personnelle.rouvrir(team.medecin, typed(feuille))
    with pytest.raises(SheetIsPersonal):
        secours.lire(team.home, typed(feuille))


def test_that_a_sheet_that_was_withdrawn_opens_nothing_even_when_the_file_is_lost(team, feuille):
    feuille_personnelle.retirer(team.psychologue)
    assert keyring.load(team.home.coffre).format == 1
    (team.home.coffre / keyring.NAME).unlink()
    with pytest.raises(WrongOwnCode):
        feuille_personnelle.rouvrir(team.psychologue, typed(feuille))


def test_that_it_comes_back_with_a_backup(team, sophie, feuille, tmp_path):
    before = noted(team.psychologue, sophie.id, "d’avant", date(2026, 11, 12))
    path, who = sauvegardes.sauvegarder(team.medecin).chemin, team.medecin.membre.id
    blank, cost = Home(tmp_path / "neuf"), team.medecin.cost
    restauration.restaurer(blank, path, Phrase(who, PASSPHRASE), cost=cost)
    doctor = unlock.open_cabinet(blank, who, PASSPHRASE, cost=cost, now=team.clock)
    secours.donner_phrase(doctor, before.membre, NEW)
    office = unlock.as_member(doctor, before.membre, NEW)
    feuille_personnelle.rouvrir(office, typed(feuille))
    assert read(office, before).saisie.note_personnelle == "d’avant"
    unlock.close(office)


def test_that_it_outlives_another_key_of_the_cabinet(team, sophie, feuille):
    before = noted(team.psychologue, sophie.id, "d’avant", date(2026, 11, 12))
    who, cost = team.medecin.membre.id, team.medecin.cost
    retrait.retirer(
        team.medecin, team.offices[Role.TRAVAILLEUR_SOCIAL].membre.id, feuille_vue=False
    )
    doctor = unlock.open_cabinet(team.home, who, PASSPHRASE, cost=cost, now=team.clock)
    secours.donner_phrase(doctor, before.membre, NEW)
    office = unlock.as_member(doctor, before.membre, NEW)
    feuille_personnelle.rouvrir(office, typed(feuille))
    assert read(office, before).saisie.note_personnelle == "d’avant"
    unlock.close(office)
