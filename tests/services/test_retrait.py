"""Somebody is taken out of the team: their passphrase opens nothing, and nothing else is lost."""

import shutil
from dataclasses import replace

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import comptes, restauration, retrait, sauvegardes, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.comptes import AccountRemoved, NobodyManages
from microstructure_desktop.services.retrait import OwnRemoval
from microstructure_desktop.store import backup_reading, keyring, keys, rescue
from microstructure_desktop.store.backup_rekey import Folder
from microstructure_desktop.store.failures import (
    AccountUnknown,
    KeyringDamaged,
    WrongRecoveryCode,
)
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests.altered_log import alter
from tests.cabinet import PASSPHRASE, TODAY

CODE = bytes(range(20))


def opened(team, role):
    office = team.offices[role]
    return unlock.open_cabinet(
        team.home, office.membre.id, PASSPHRASE, cost=office.cost, now=team.clock
    )


def with_sheet(team, par=Role.MEDECIN):
    ring = keyring.load(team.home.coffre)
    ring = rescue.add_sheet(ring, team.medecin.key, CODE, "2026-11-19", team.offices[par].membre.id)
    keyring.save(team.home.coffre, ring)


def removed(team, role=Role.PSYCHIATRE, *, feuille_vue=False):
    return retrait.retirer(team.medecin, team.offices[role].membre.id, feuille_vue=feuille_vue)


def test_that_the_passphrase_of_who_is_removed_opens_nothing_any_more(team):
    former = DatabaseKey(team.medecin.key.raw)
    patient = team.patient("Légende", "Sophie")
    gone = removed(team)
    assert gone.retire_le == TODAY
    assert not gone.actif
    with pytest.raises(AccountUnknown):
        opened(team, Role.PSYCHIATRE)
    with pytest.raises(KeyringDamaged):
        keys.verify(keyring.load(team.home.coffre), former)
    assert [p.name for p in team.home.root.glob("coffre*") if p.is_dir()] == ["coffre"]
    office = opened(team, Role.PSYCHOLOGUE)
    with office.store.read() as work:
        assert work.patients.get(patient.id).nom == "Légende"
    assert office.store.verify() == []
    unlock.close(office)


def test_that_a_store_put_aside_by_a_restoration_opens_no_more_to_who_left(team):
    team.patient("Légende", "Sophie")
    ready = restauration.preparer_ouvert(team.medecin, sauvegardes.sauvegarder(team.medecin).chemin)
    unlock.close(team.medecin)
    kept = restauration.terminer(team.home, ready).garde
    office = opened(team, Role.MEDECIN)
    retrait.retirer(office, team.offices[Role.PSYCHIATRE].membre.id, feuille_vue=False)
    aside = [path for path in team.home.root.glob("coffre.*") if path.is_dir()]
    assert aside == [kept]
    ring, bounds = keyring.load(kept), office.cost.bounds()
    with pytest.raises(AccountUnknown):
        keys.unlock(ring, team.offices[Role.PSYCHIATRE].membre.id, PASSPHRASE, bounds)
    key, _ = keys.unlock(ring, team.medecin.membre.id, PASSPHRASE, bounds)
    store = Store.open(kept, key, ring.store_id)
    assert (store.counts()[0], store.verify()) == (1, [])
    store.close()


def test_that_an_altered_access_log_keeps_nobody_in_the_team(team):
    alter(team.medecin.store)
    removed(team)
    office = opened(team, Role.MEDECIN)
    assert "journal d’accès a été modifié" in office.store.check_log()
    unlock.close(office)


def test_that_those_who_stay_keep_their_passphrase_and_their_own_notes(team):
    sealed = team.psychologue.personal.seal("pour moi")
    removed(team)
    for role in (Role.MEDECIN, Role.TRAVAILLEUR_SOCIAL, Role.SECRETARIAT):
        unlock.close(opened(team, role))
    office = opened(team, Role.PSYCHOLOGUE)
    assert office.personal.open(sealed) == "pour moi"
    unlock.close(office)


def test_that_it_is_in_the_log_and_that_the_account_stays_named(team):
    removed(team)
    office = opened(team, Role.MEDECIN)
    with office.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.CLE_CHANGEE), None, 9)
    assert line.membre == office.membre.id
    assert line.objet == team.offices[Role.PSYCHIATRE].membre.id
    found = {c.membre.role: c.membre for c in comptes.comptes(office)}
    assert found[Role.PSYCHIATRE].retire_le == TODAY
    with pytest.raises(AccountRemoved):
        comptes.reactivate(office, found[Role.PSYCHIATRE].id)
    with pytest.raises(AccountRemoved):
        retrait.retirer(office, found[Role.PSYCHIATRE].id, feuille_vue=False)
    unlock.close(office)


def test_that_the_backup_made_before_is_in_the_log_as_any_other(team):
    removed(team)
    office = opened(team, Role.MEDECIN)
    with office.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.SAUVEGARDE), None, 9)
    unlock.close(office)
    assert line.detail == Genre.AVANT_RETRAIT


def test_that_the_printed_sheet_stays_valid_unless_it_was_seen(team):
    with_sheet(team)
    removed(team)
    ring = keyring.load(team.home.coffre)
    key = keys.unlock_with_code(ring, CODE)
    keys.verify(ring, key)
    office = opened(team, Role.MEDECIN)
    retrait.retirer(office, team.psychologue.membre.id, feuille_vue=True)
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(keyring.load(team.home.coffre), CODE)


def test_that_who_made_the_sheet_is_said_to_know_it(team):
    psychiatre = team.offices[Role.PSYCHIATRE].membre
    assert not retrait.consequences(team.medecin, psychiatre.id).feuille
    with_sheet(team, Role.PSYCHIATRE)
    said = retrait.consequences(team.medecin, psychiatre.id)
    assert said.feuille
    assert said.feuille_connue
    assert not retrait.consequences(team.medecin, team.psychologue.membre.id).feuille_connue


def test_that_the_keys_and_disks_to_take_up_are_named(team):
    stick = team.home.root.parent / "cle"
    stick.mkdir()
    sauvegardes.sur_support(team.medecin, stick)
    with team.medecin.store.read() as work:
        (support,) = work.supports.all()
    gone = team.psychologue.membre.id
    assert retrait.consequences(team.medecin, gone).supports == (support.nom,)
    retrait.retirer(team.medecin, gone, feuille_vue=False)
    office = opened(team, Role.MEDECIN)
    sauvegardes.sur_support(office, stick)
    left = list(stick.glob("*.msmabak"))
    assert len(left) == 2
    for path in left:
        backup_reading.read(path, office.key, team.home.sauvegardes)
    unlock.close(office)


def test_that_neither_oneself_nor_without_the_right(team):
    with pytest.raises(OwnRemoval):
        retrait.retirer(team.medecin, team.medecin.membre.id, feuille_vue=False)
    with pytest.raises(AccessDenied):
        retrait.retirer(team.psychologue, team.medecin.membre.id, feuille_vue=False)


def test_that_somebody_must_be_left_to_open_accounts(team):
    """The secretary manages nothing; here somebody without the right took the doctor's place."""
    secretary = team.offices[Role.SECRETARIAT]
    with team.medecin.store.begin(team.medecin.membre.id, team.medecin.now()) as work:
        for role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
            work.equipe.save(replace(team.offices[role].membre, actif=False))
        work.equipe.save(replace(secretary.membre, role=Role.MEDECIN))
    stale = replace(team.medecin, membre=replace(secretary.membre, role=Role.MEDECIN))
    with team.medecin.store.begin(team.medecin.membre.id, team.medecin.now()) as work:
        work.equipe.save(secretary.membre)
    with pytest.raises(NobodyManages):
        retrait.retirer(stale, team.medecin.membre.id, feuille_vue=False)
    assert not team.home.coffre.with_name("coffre.nouveau").exists()
    assert team.medecin.store.verify() == []
    assert len(keyring.load(team.home.coffre).slots) == 5


def test_that_what_an_interruption_left_is_deleted_at_the_next_opening(team):
    unlock.close(team.medecin)
    left = team.home.root / "coffre.avant-retrait-20261119-140500"
    shutil.copytree(team.home.coffre, left)
    kept = team.home.root / "coffre.avant-restauration-20261119-140500"
    shutil.copytree(team.home.coffre, kept)
    unlock.close(opened(team, Role.MEDECIN))
    assert not left.exists()
    assert kept.exists()


def test_that_no_backup_left_opens_with_the_passphrase_of_who_left(team, limits):
    gone, home = team.offices[Role.PSYCHIATRE].membre.id, team.home
    home.sauvegardes.mkdir()
    team.medecin.store.backup(team.medecin.key, home.sauvegardes, Genre.AUTO, team.clock())
    stick = home.root / "cle"
    shutil.copytree(home.sauvegardes, stick)
    removed(team)
    left = list(home.sauvegardes.glob("*.msmabak"))
    assert len(left) == 2  # the one of before, and the one made first
    for path in left:
        ring = backup_reading.accounts(backup_reading.look(path))
        with pytest.raises(AccountUnknown):
            keys.unlock(ring, gone, PASSPHRASE, limits)
    office = opened(team, Role.MEDECIN)
    assert retrait.reprendre(office) == Folder()
    assert retrait.reprendre(office, stick) == Folder(1)
    (path,) = stick.glob("*.msmabak")
    backup_reading.read(path, office.key, home.sauvegardes)
    unlock.close(office)


def test_that_a_cabinet_that_kept_its_key_has_nothing_to_take_up(team):
    assert retrait.reprendre(team.medecin) == Folder()
