"""Accounts, passphrases and the cabinet's own record."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import equipe, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.store import keyring
from tests.cabinet import PASSPHRASE


@pytest.mark.parametrize("short", ["", "douze", "           .", "onze signes"])
def test_that_a_short_passphrase_is_explained(short):
    problem = equipe.passphrase_problem(short)
    assert problem is not None
    assert "12 caractères" in problem


def test_that_a_long_passphrase_of_plain_words_is_enough():
    assert equipe.passphrase_problem("quatre mots tout simples") is None


def test_that_a_nameless_account_is_refused_field_by_field():
    assert set(equipe.membre_problems(NouveauMembre(" ", "", Role.MEDECIN))) == {"nom", "prenom"}
    assert equipe.membre_problems(NouveauMembre("Zoé", "Esquisse", Role.MEDECIN)) == {}


def test_that_a_new_account_opens_with_its_own_passphrase_only(team):
    nouveau = NouveauMembre("Zoé", "Esquisse", Role.PSYCHOLOGUE)
    added = equipe.add(team.medecin, nouveau, "encore des mots à la suite")
    assert equipe.membres(team.medecin)[-1] == added
    assert unlock.as_member(team.medecin, added.id, "encore des mots à la suite").membre == added
    with pytest.raises(unlock.WrongPassphrase):
        unlock.as_member(team.medecin, added.id, PASSPHRASE)


def test_that_the_secretariat_adds_nobody_and_renames_nothing(team):
    office = team[Role.SECRETARIAT]
    with pytest.raises(AccessDenied):
        equipe.add(office, NouveauMembre("Zoé", "Esquisse", Role.MEDECIN), PASSPHRASE)
    with pytest.raises(AccessDenied):
        equipe.save_cabinet(office, equipe.cabinet(office))
    assert len(equipe.membres(team.medecin)) == 5


def test_that_a_carer_opens_accounts_only_where_there_is_no_doctor(team):
    members = [office.membre for office in team.offices.values()]
    others = [m for m in members if m.role is not Role.MEDECIN]
    away = [*others, replace(team.medecin.membre, actif=False)]
    psychologue, reception = team.psychologue.membre, team[Role.SECRETARIAT].membre
    assert equipe.may_manage(team.medecin.membre, members)
    assert not equipe.may_manage(psychologue, members)
    assert equipe.may_manage(psychologue, others)
    assert equipe.may_manage(psychologue, away)
    assert not equipe.may_manage(reception, others)
    with pytest.raises(AccessDenied, match="rôle"):
        equipe.add(team.psychologue, NouveauMembre("Zoé", "Esquisse", Role.MEDECIN), PASSPHRASE)


def test_that_changing_a_passphrase_keeps_what_was_sealed_readable(team):
    office = team.psychologue
    sealed = office.personal.seal("pour moi seule")
    equipe.change_passphrase(office, PASSPHRASE, "une autre suite de mots")
    again = unlock.as_member(office, office.membre.id, "une autre suite de mots")
    assert again.personal.open(sealed) == "pour moi seule"
    (team.home.coffre / keyring.NAME).unlink()  # its former generation takes its place
    with pytest.raises(unlock.WrongPassphrase):
        unlock.as_member(office, office.membre.id, PASSPHRASE)


def test_that_a_wrong_present_passphrase_changes_nothing(team):
    office = team.psychologue
    with pytest.raises(unlock.WrongPassphrase):
        equipe.change_passphrase(office, "autre chose", "une autre suite de mots")
    assert unlock.as_member(office, office.membre.id, PASSPHRASE).membre == office.membre
