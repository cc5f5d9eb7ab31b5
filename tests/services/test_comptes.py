"""Accounts are corrected, suspended and opened again; somebody always manages them."""

import logging
import os
from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import (
    annulation,
    comptes,
    consultations,
    dossiers,
    equipe,
    journal,
    syntheses,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.comptes import NobodyManages, OwnAccount
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store.failures import WrongPassphrase
from tests.cabinet import PASSPHRASE, TODAY

CLAIRE = NouveauMembre("Claire", "Modèle-Patron", Role.PSYCHOLOGUE)


def doors(team):
    return {account.nom: account.role for account in unlock.door(team.home).accounts}


def test_that_each_account_says_since_when_and_when_it_was_last_used(team):
    team.clock.set(date(2026, 12, 1), time(9))
    unlock.as_member(team.medecin, team.psychologue.membre.id, PASSPHRASE)
    found = {c.membre.role: c for c in comptes.comptes(team.medecin)}
    assert {c.depuis for c in found.values()} == {TODAY}
    assert found[Role.PSYCHOLOGUE].dernier_acces == team.clock()
    assert found[Role.SECRETARIAT].dernier_acces.astimezone().date() == TODAY


def test_that_a_refused_passphrase_is_not_an_access(team):
    before = comptes.comptes(team.medecin)[1].dernier_acces
    team.clock.set(date(2026, 12, 1), time(9))
    journal.note(team.psychologue, Action.ECHEC_CONNEXION)
    assert comptes.comptes(team.medecin)[1].dernier_acces == before


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.PSYCHOLOGUE, {Role.PSYCHOLOGUE}), (Role.SECRETARIAT, set())]
)
def test_that_the_accesses_of_others_are_for_who_reads_the_log(team, role, seen):
    found = comptes.comptes(team[role])
    assert {c.membre.role for c in found if c.dernier_acces is not None} == seen
    assert len(found) == 5


def test_that_a_corrected_name_is_the_one_of_the_unlock_page(team):
    edited = comptes.edit(
        team.medecin, team.psychologue.membre.id, replace(CLAIRE, rpps="1000 0000 009")
    )
    assert (edited.nom_complet, edited.rpps) == ("Claire Modèle-Patron", "10000000009")
    assert doors(team)["Claire Modèle-Patron"] == "psychologue"
    assert equipe.membres(team.medecin)[1] == edited
    unlock.as_member(team.medecin, edited.id, PASSPHRASE)


def test_that_a_wrong_number_is_said_at_its_field():
    faults = equipe.membre_problems(replace(CLAIRE, rpps="10000000008"))
    assert set(faults) == {"rpps"}
    assert "11 chiffres" in faults["rpps"]
    assert equipe.membre_problems(replace(CLAIRE, rpps="100 000 000 09")) == {}


def test_that_nothing_is_written_when_nothing_changes(team):
    same = replace(CLAIRE, nom="Modèle")
    fait = annulation.noted(
        team.medecin,
        partial(comptes.edit, membre_id=team.psychologue.membre.id, saisi=same),
    )
    assert fait.changes == ()


def test_that_what_was_written_keeps_the_profession_of_its_day(team):
    patient = team.patient()
    seance = team.seance(patient.id, TODAY, note_partagee="Dort mieux.")
    nadia = team.travailleur_social.membre
    comptes.edit(
        team.medecin,
        team.psychologue.membre.id,
        replace(CLAIRE, role=Role.TRAVAILLEUR_SOCIAL),
    )
    again = unlock.as_member(team.medecin, team.psychologue.membre.id, PASSPHRASE)
    assert again.membre.role is nadia.role
    opened = consultations.open_seance(again, patient.id, seance.id)
    assert opened.role is Role.PSYCHOLOGUE
    assert {form.role for form in opened.forms.values()} == {None, Role.PSYCHOLOGUE}
    corrected = replace(opened.saisie, note_partagee="Dort bien.", motif_modification="oubli")
    made = consultations.record(again, seance.id, patient.id, corrected, opened.based_on)
    assert (made.role, made.type) == (Role.PSYCHOLOGUE, seance.type)
    forfait = dossiers.dossier(team.medecin, patient.id).forfait
    assert forfait.compteur(Role.PSYCHOLOGUE).faits == 1
    assert forfait.compteur(Role.TRAVAILLEUR_SOCIAL).faits == 0
    assert consultations.open_seance(again, patient.id).role is Role.TRAVAILLEUR_SOCIAL


def test_that_rights_follow_at_the_next_unlock(team):
    office = team.psychologue
    comptes.edit(team.medecin, office.membre.id, replace(CLAIRE, role=Role.SECRETARIAT))
    again = unlock.as_member(team.medecin, office.membre.id, PASSPHRASE)
    with pytest.raises(AccessDenied):
        dossiers.dossier(again, team.patient().id)


def test_that_who_is_suspended_is_neither_proposed_nor_let_in(team, cheap, limits):
    membre = team.psychologue.membre
    comptes.suspend(team.medecin, membre.id)
    assert "Claire Modèle" not in doors(team)
    with pytest.raises(unlock.AccountSuspended):
        unlock.as_member(team.medecin, membre.id, PASSPHRASE)
    unlock.close(team.medecin)
    cost = Cost(cheap, limits)
    with pytest.raises(WrongPassphrase):
        unlock.open_cabinet(team.home, membre.id, "autre chose", cost=cost, now=team.clock)
    with pytest.raises(unlock.AccountSuspended):
        unlock.open_cabinet(team.home, membre.id, PASSPHRASE, cost=cost, now=team.clock)
    doctor = team.medecin.membre.id
    office = unlock.open_cabinet(team.home, doctor, PASSPHRASE, cost=cost, now=team.clock)
    refused = journal.read(office, Demande(membre=membre.id, action=Action.ECHEC_CONNEXION))
    assert len(refused.lignes) == 2
    unlock.close(office)


def test_that_who_is_suspended_reads_nothing_more_and_is_awaited_nowhere(team):
    patient = team.patient()
    seance = team.seance(patient.id, TODAY)
    psychologue = team.psychologue.membre
    before = consultations.open_seance(team.medecin, patient.id)
    assert "C. Modèle" in before.lecteurs
    comptes.suspend(team.medecin, psychologue.id)
    assert "C. Modèle" not in consultations.open_seance(team.medecin, patient.id).lecteurs
    assert psychologue.id not in syntheses.prepare(team.medecin).synthese.presents
    kept = dossiers.dossier(team.medecin, patient.id).seances[0]
    assert (kept.consultation.id, kept.consultation.membre) == (seance.id, psychologue.id)


def test_that_an_account_opened_again_has_the_passphrase_it_had(team):
    membre = team.psychologue.membre
    sealed = team.psychologue.personal.seal("pour moi seule")
    comptes.suspend(team.medecin, membre.id)
    comptes.reactivate(team.medecin, membre.id)
    assert "Claire Modèle" in doors(team)
    again = unlock.as_member(team.medecin, membre.id, PASSPHRASE)
    assert again.personal.open(sealed) == "pour moi seule"


def test_that_a_suspension_is_taken_back_and_done_again_at_the_door_too(team):
    suspend = partial(comptes.suspend, membre_id=team.psychologue.membre.id)
    fait = annulation.noted(team.medecin, suspend)
    back = annulation.undo(team.medecin, fait.changes)
    assert "Claire Modèle" in doors(team)
    annulation.undo(team.medecin, back)
    assert "Claire Modèle" not in doors(team)


def test_that_a_new_account_is_not_taken_back_by_a_key(team):
    add = partial(
        equipe.add,
        nouveau=NouveauMembre("Zoé", "Esquisse", Role.PSYCHOLOGUE),
        passphrase=PASSPHRASE,
    )
    assert annulation.noted(team.medecin, add).changes == ()


def test_that_somebody_always_manages(team):
    doctor = team.medecin.membre
    for role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
        comptes.suspend(team.medecin, team[role].membre.id)
    with pytest.raises(NobodyManages, match="Il ne resterait personne pour ouvrir un compte"):
        comptes.edit(team.medecin, doctor.id, NouveauMembre("P", "E", Role.COORDINATION))
    assert equipe.membres(team.medecin)[0] == doctor
    comptes.reactivate(team.medecin, team.psychologue.membre.id)
    comptes.edit(team.medecin, doctor.id, NouveauMembre("P", "E", Role.COORDINATION))


def test_that_taking_back_leaves_somebody_to_manage_too(team):
    doctor = team.medecin.membre
    for role in (Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
        comptes.suspend(team.medecin, team[role].membre.id)
    claire = team.psychologue.membre.id
    comptes.suspend(team.medecin, claire)
    back = annulation.noted(team.medecin, partial(comptes.reactivate, membre_id=claire))
    comptes.edit(team.medecin, doctor.id, NouveauMembre("P", "E", Role.COORDINATION))
    with pytest.raises(NobodyManages):
        annulation.undo(team.medecin, back.changes)
    assert equipe.membres(team.medecin)[1].actif


def test_that_nobody_suspends_themselves(team):
    with pytest.raises(OwnAccount):
        comptes.suspend(team.medecin, team.medecin.membre.id)
    assert equipe.membres(team.medecin)[0].actif


def test_that_a_key_file_left_behind_follows_at_the_next_opening(team, cheap, limits, caplog):
    coffre = team.home.coffre
    former = (coffre / "trousseau.json").read_bytes()
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    (coffre / "trousseau.json").write_bytes(former)
    assert "Claire Modèle" in doors(team)
    doctor = team.medecin.membre.id
    unlock.close(team.medecin)
    office = unlock.open_cabinet(
        team.home, doctor, PASSPHRASE, cost=Cost(cheap, limits), now=team.clock
    )
    assert "Claire Modèle" not in doors(team)
    with caplog.at_level(logging.WARNING):
        os.truncate(coffre / "trousseau.json", 0)
        os.truncate(coffre / "trousseau.json.prec", 0)
        comptes.follow(office)
    assert "key file left behind: KeyringDamaged" in caplog.text
    unlock.close(office)


@pytest.mark.parametrize("role", [Role.PSYCHOLOGUE, Role.SECRETARIAT])
def test_that_the_others_change_no_account(team, role):
    target = team[Role.PSYCHIATRE].membre.id
    for act in (
        partial(comptes.edit, saisi=CLAIRE),
        comptes.suspend,
        comptes.reactivate,
    ):
        with pytest.raises(AccessDenied):
            act(team[role], membre_id=target)
