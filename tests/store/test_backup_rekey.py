"""A backup under a former key is made again under the present one, or left whole and told."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import (
    backup_reading,
    backup_rekey,
    keyring,
    keys,
    msmabak,
    rescue,
)
from microstructure_desktop.store.backup_rekey import Present
from microstructure_desktop.store.failures import AccountUnknown
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey
from tests import factories as make

from .backups import own_file

GONE = MembreId("gone")
WORDS = "sept mots de qui s'en va"


@pytest.fixture
def both(home, coffre, cheap, limits):
    """The key file of two accounts, one of whom leaves."""
    account = Account(GONE, "Mme Partie", "psychologue")
    ring = keys.add_account(coffre.keyring, coffre.key, account, WORDS, cheap, limits=limits)
    keyring.save(home.coffre, ring)
    return ring


@pytest.fixture
def copies(store, home, coffre, both):
    """Two backups that both of them open."""
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation())
    home.sauvegardes.mkdir()
    return [
        store.backup(coffre.key, home.sauvegardes, genre, make.NOW)
        for genre in (Genre.AUTO, Genre.AVANT_RETRAIT)
    ]


@pytest.fixture
def present(both, coffre, home):
    key = DatabaseKey.generate()
    ring = rescue.change_key(both, coffre.key, key, without={GONE}, sheets=())
    return Present(ring, key, (coffre.key,), home.sauvegardes)


def ring_of(path):
    return backup_reading.accounts(backup_reading.look(path))


def test_that_who_left_opens_none_of_them_and_the_others_do(copies, present, home, coffre, limits):
    for path in copies:
        assert keys.unlock(ring_of(path), GONE, WORDS, limits)[0].raw == coffre.key.raw
        assert backup_rekey.is_former(path, present)
    before = [backup_reading.read(path, coffre.key, home.sauvegardes) for path in copies]
    assert backup_rekey.bring_up(home.sauvegardes, present) == backup_rekey.Folder(2)
    for path, known in zip(copies, before, strict=True):
        with pytest.raises(AccountUnknown):
            keys.unlock(ring_of(path), GONE, WORDS, limits)
        after = backup_reading.read(path, present.key, home.sauvegardes)
        assert (after.patients, after.derniere_saisie) == (known.patients, known.derniere_saisie)
        assert after.manifeste.faite_le == known.manifeste.faite_le
        assert after.manifeste.empreinte == known.manifeste.empreinte
    assert sorted(p.name for p in home.sauvegardes.iterdir()) == sorted(p.name for p in copies)


def test_that_what_the_cabinet_wrote_stays_as_it_was(copies, present, home):
    own_file(home, "écrit depuis")
    backup_rekey.bring_up(home.sauvegardes, present)
    assert [msmabak.look(path).own for path in copies] == [b"{}"] * len(copies)


def test_that_another_time_changes_nothing(copies, present, home):
    backup_rekey.bring_up(home.sauvegardes, present)
    once = [path.read_bytes() for path in copies]
    assert backup_rekey.bring_up(home.sauvegardes, present) == backup_rekey.Folder()
    assert [path.read_bytes() for path in copies] == once


def test_that_one_that_cannot_be_opened_is_told_and_left(copies, present, home, coffre):
    damaged, before = copies[0], copies[0].read_bytes()
    damaged.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    found = backup_rekey.bring_up(home.sauvegardes, present)
    assert found.faites == 1
    assert [name for name, _ in found.refusees] == [damaged.name]
    unknown = replace(present, former=(), key=DatabaseKey.generate(), gone={coffre.membre})
    left = backup_rekey.bring_up(home.sauvegardes, unknown)
    assert (left.faites, len(left.refusees)) == (0, 2)


def test_that_a_copy_under_a_key_that_who_left_never_had_stays(copies, present, home, coffre):
    """A restoration put the cabinet of that day aside, under the key that it had."""
    before = [path.read_bytes() for path in copies]
    aside = replace(present, former=(), key=DatabaseKey.generate(), gone={MembreId("another")})
    assert backup_rekey.bring_up(home.sauvegardes, aside) == backup_rekey.Folder()
    assert list(backup_rekey.left(home.coffre, aside)) == []
    assert set(backup_rekey.left(home.coffre, replace(aside, gone={coffre.membre}))) == set(copies)
    assert [path.read_bytes() for path in copies] == before


def test_that_the_backup_of_another_cabinet_is_none_of_ours(copies, present, home):
    other = replace(present, ring=replace(present.ring, store_id="another"))
    assert backup_rekey.bring_up(home.sauvegardes, other) == backup_rekey.Folder()


def test_that_what_is_left_under_a_former_key_is_named(copies, present, home):
    assert set(backup_rekey.left(home.coffre, present)) == set(copies)
    content = bytearray(copies[0].read_bytes())
    content[-9_000] ^= 1
    copies[0].write_bytes(content)
    (home.sauvegardes / "msma-20261120-103000-auto.9.msmabak").write_bytes(b"nothing")
    backup_rekey.bring_up(home.sauvegardes, present)
    assert list(backup_rekey.left(home.coffre, present)) == [copies[0]]
