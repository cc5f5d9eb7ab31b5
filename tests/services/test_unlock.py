"""A cabinet is made, opened and closed; each refusal touches nothing."""

import os
import shutil
import stat

import pytest

from microstructure_desktop.domain.equipe import Cabinet, Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services import unlock
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store import swap
from microstructure_desktop.store.failures import AccountUnknown, KeyringMissing, StoreBusy
from tests.cabinet import PASSPHRASE
from tests.store.a_stick import plug_in

DOCTOR = NouveauMembre(" Paul ", " Exemple ", Role.MEDECIN)


@pytest.fixture
def cost(cheap, limits):
    return Cost(cheap, limits)


def test_that_what_was_made_is_opened_by_its_account(home, cost):
    made = unlock.create_cabinet(home, Cabinet("Les Lilas"), DOCTOR, PASSPHRASE, cost=cost)
    unlock.close(made)
    assert unlock.exists(home)
    door = unlock.door(home)
    assert door.cabinet == "Les Lilas"
    assert [(a.nom, a.role) for a in door.accounts] == [("Dr Paul Exemple", "medecin")]
    opened = unlock.open_cabinet(home, MembreId(door.accounts[0].id), PASSPHRASE, cost=cost)
    assert opened.membre == made.membre
    unlock.close(opened)


def test_that_other_accounts_of_the_computer_cannot_even_copy_it(home, cost):
    umask = os.umask(0o022)
    try:
        made = unlock.create_cabinet(home, Cabinet("Les Lilas"), DOCTOR, PASSPHRASE, cost=cost)
        unlock.close(made)
    finally:
        os.umask(umask)
    kept = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.root.rglob("*")}
    assert (kept["coffre"], kept["store.db"], kept["trousseau.json"]) == (0o700, 0o600, 0o600)


def test_that_a_second_cabinet_in_the_same_folder_is_refused(team, cost):
    with pytest.raises(unlock.CabinetExists):
        unlock.create_cabinet(team.home, Cabinet("Autre"), DOCTOR, PASSPHRASE, cost=cost)


def test_that_a_wrong_passphrase_or_account_opens_nothing(team, cost):
    unlock.close(team.medecin)
    before = {p: p.read_bytes() for p in team.home.coffre.iterdir() if p.is_file()}
    with pytest.raises(unlock.WrongPassphrase):
        unlock.open_cabinet(team.home, team.medecin.membre.id, "autre chose", cost=cost)
    with pytest.raises(AccountUnknown):
        unlock.open_cabinet(team.home, MembreId("inconnu"), PASSPHRASE, cost=cost)
    assert {p: p.read_bytes() for p in team.home.coffre.iterdir() if p.is_file()} == before


def test_that_one_being_replaced_is_not_opened_under_it(team, cost):
    unlock.close(team.medecin)
    with swap.Swap(team.home.coffre), pytest.raises(StoreBusy):
        unlock.open_cabinet(team.home, team.medecin.membre.id, PASSPHRASE, cost=cost)


def test_that_a_cabinet_open_here_is_not_opened_twice(team, cost):
    with pytest.raises(StoreBusy):
        unlock.open_cabinet(team.home, team.medecin.membre.id, PASSPHRASE, cost=cost)


def test_that_without_a_key_file_there_is_no_door(home):
    assert not unlock.exists(home)
    with pytest.raises(KeyringMissing):
        unlock.door(home)


def test_that_the_real_limits_refuse_the_cheap_keys_of_tests(team):
    unlock.close(team.medecin)
    with pytest.raises(Exception, match="trousseau"):
        unlock.open_cabinet(team.home, team.medecin.membre.id, PASSPHRASE)


def test_that_closing_forgets_the_keys(team):
    unlock.close(team.medecin)
    with pytest.raises(ValueError, match="wiped"):
        _ = team.medecin.key.raw
    assert team.medecin.personal._private == b""


def test_that_another_member_sits_down_at_the_same_store(team):
    sealed = team.psychologue.personal.seal("pour moi seule")
    again = unlock.as_member(team.medecin, team.psychologue.membre.id, PASSPHRASE)
    assert again.store is team.medecin.store
    assert again.personal.open(sealed) == "pour moi seule"


def test_that_what_is_offered_is_of_the_region_of_the_cabinet(home, cost):
    elsewhere = Cabinet("Les Pins", "PAC")
    made = unlock.create_cabinet(home, elsewhere, DOCTOR, PASSPHRASE, cost=cost)
    assert made.reference.region == "PAC"
    unlock.close(made)
    again = unlock.open_cabinet(home, made.membre.id, PASSPHRASE, cost=cost)
    assert again.reference.region == "PAC"
    unlock.close(again)


def test_that_a_replacement_that_was_interrupted_is_ended_before_the_door(team):
    unlock.close(team.medecin)
    coffre, new = team.home.coffre, team.home.coffre.with_name("coffre.nouveau")
    shutil.copytree(coffre, new)
    (new / swap.COMPLETE).write_text(".avant-retrait-20261119-140500")
    shutil.rmtree(coffre)
    assert unlock.exists(team.home)
    assert len(unlock.door(team.home).accounts) == 5
    assert not new.exists()


def test_that_a_cabinet_being_replaced_by_another_window_is_not_taken_for_none(home):
    home.coffre.mkdir(parents=True)
    with swap.Swap(home.coffre):
        assert unlock.exists(home)
        with pytest.raises(StoreBusy):
            unlock.door(home)


def test_that_a_stick_is_known_before_there_is_anything_on_it(home, tmp_path, monkeypatch):
    assert not home.root.exists()
    plug_in(monkeypatch, tmp_path, tmp_path, removable="0")
    assert not unlock.on_removable(home)
    plug_in(monkeypatch, tmp_path / "prise", tmp_path)
    assert unlock.on_removable(home)
