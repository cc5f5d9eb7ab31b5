"""A passphrase of its time opens a backup, or the sheet of paper, and nothing else."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import comptes, restauration, sauvegardes
from microstructure_desktop.services.office import Cost
from microstructure_desktop.services.secret_sauvegarde import Code, Phrase, opened
from microstructure_desktop.services.unlock import AccountSuspended
from microstructure_desktop.store import backup_reading, keyring, recovery_code, rescue
from microstructure_desktop.store.backup_failures import BackupDamaged
from microstructure_desktop.store.failures import (
    AccountUnknown,
    WrongPassphrase,
    WrongRecoveryCode,
)
from tests.cabinet import PASSPHRASE


def head(office):
    return backup_reading.look(sauvegardes.sauvegarder(office).chemin)


def test_that_each_account_opens_it_with_its_own(team):
    of_file, cost = head(team.medecin), team.medecin.cost
    for role in (Role.MEDECIN, Role.SECRETARIAT):
        key, account = opened(of_file, Phrase(team[role].membre.id, PASSPHRASE), cost)
        assert (key.raw, account.role) == (team.medecin.key.raw, role)


def test_that_a_wrong_secret_opens_nothing(team):
    of_file, cost = head(team.medecin), team.medecin.cost
    code = "-".join(recovery_code.groups(recovery_code.generate()))
    for wrong, failure in (
        (Phrase(team.medecin.membre.id, "autre"), WrongPassphrase),
        (Phrase("inconnu", PASSPHRASE), AccountUnknown),
        (Code(code), WrongRecoveryCode),
    ):
        with pytest.raises(failure):
            opened(of_file, wrong, cost)


def test_that_a_key_file_out_of_bounds_is_said_of_the_backup(team):
    """Its way out is another backup, not a file to put back in the folder of the store."""
    secret = Phrase(team.medecin.membre.id, PASSPHRASE)
    with pytest.raises(BackupDamaged) as caught:
        opened(head(team.medecin), secret, Cost())  # made at less than what is asked of it
    assert caught.value.check == "trousseau"
    assert "choisissez une autre sauvegarde" in caught.value.way_out


def test_that_a_suspended_account_opens_nothing(team):
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    path = sauvegardes.sauvegarder(team.medecin).chemin
    assert len(restauration.regarder(path).comptes) == 4
    secret = Phrase(team.psychologue.membre.id, PASSPHRASE)
    with pytest.raises(AccountSuspended):
        opened(backup_reading.look(path), secret, team.medecin.cost)


def test_that_the_sheet_opens_it_for_nobody_in_particular(team):
    code, office = recovery_code.generate(), team.medecin
    known = keyring.load(team.home.coffre)
    ring = rescue.add_sheet(known, office.key, code, "2026-11-19", office.membre.id)
    keyring.save(team.home.coffre, ring)
    typed = Code(" ".join(recovery_code.groups(code)).lower())
    key, account = opened(head(office), typed, office.cost)
    assert (key.raw, account) == (office.key.raw, None)
