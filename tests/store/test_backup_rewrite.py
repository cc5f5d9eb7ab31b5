"""A backup forgets whoever was erased since, stays sound, and is there whatever happens."""

from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import backup_reading, erased, guards, keyring, msmabak
from microstructure_desktop.store.backup_failures import BackupDamaged, BackupOtherKey
from microstructure_desktop.store.backup_rewrite import Cleaning, forget, rewrite
from microstructure_desktop.store.erased import Efface
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make

from .backups import own_file
from .plain_pages import plain_pages

CANARY = "Zyxwvutsrq"
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def gone(store, home, coffre):
    keyring.save(home.coffre, coffre.keyring)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.add(make.a_patient(nom="Reste"))
        patient = work.patients.add(make.a_patient(nom=CANARY))
        work.consultations.save(make.a_consultation(patient=patient.id, note_partagee=CANARY))
    return patient


@pytest.fixture
def copy(store, home, coffre, gone):
    """A backup made before the erasure."""
    home.sauvegardes.mkdir()
    return store.backup(coffre.key, home.sauvegardes, Genre.AUTO, make.NOW)


@pytest.fixture
def cleaning(home, coffre, gone):
    register = {Efface(date(2026, 11, 22), erased.fingerprint(gone.id))}
    return Cleaning(register, (coffre.key,), home.sauvegardes, AT)


def pages_of(path, tmp_path, key):
    backup_reading.extract(path, tmp_path / "extraite.db")
    return plain_pages(tmp_path / "extraite.db", key)


def test_that_it_forgets_under_the_same_name_and_is_sound(
    copy, cleaning, home, coffre, tmp_path, gone
):
    assert CANARY.encode() in pages_of(copy, tmp_path, coffre.key)
    before = backup_reading.read(copy, coffre.key, home.sauvegardes)
    (tmp_path / "extraite.db").unlink()
    assert rewrite(copy, cleaning)
    after = backup_reading.read(copy, coffre.key, home.sauvegardes)
    assert CANARY.encode() not in pages_of(copy, tmp_path, coffre.key)
    assert (before.patients, after.patients) == (2, 1)
    assert after.manifeste.faite_le == before.manifeste.faite_le
    assert after.manifeste.genre == before.manifeste.genre
    assert [p.name for p in home.sauvegardes.iterdir()] == [copy.name]


def test_that_what_the_cabinet_wrote_stays_as_it_was(copy, cleaning, store, home, coffre):
    own_file(home, "id = 1")
    copy.unlink()
    store.backup(coffre.key, home.sauvegardes, Genre.AUTO, make.NOW)
    own_file(home, "id = 2")
    before = msmabak.look(copy).own
    assert rewrite(copy, cleaning)
    assert msmabak.look(copy).own == before == b'{"echelles/sommeil.toml":"id = 1"}'


def test_that_another_time_changes_nothing(copy, cleaning):
    assert rewrite(copy, cleaning)
    once = copy.read_bytes()
    assert not rewrite(copy, cleaning)
    assert copy.read_bytes() == once


def test_that_one_under_another_key_is_left_and_told(copy, cleaning, home):
    other = Cleaning(cleaning.register, (DatabaseKey(b"\1" * 32),), home.sauvegardes, AT)
    before = copy.read_bytes()
    with pytest.raises(BackupOtherKey):
        rewrite(copy, other)
    assert copy.read_bytes() == before


def test_that_a_former_key_opens_it(copy, cleaning, home, coffre):
    both = (DatabaseKey(b"\1" * 32), coffre.key)
    assert rewrite(copy, Cleaning(cleaning.register, both, home.sauvegardes, AT))


def test_that_a_damaged_one_is_left_as_it_is(copy, cleaning):
    raw = bytearray(copy.read_bytes())
    raw[len(raw) // 2] ^= 1
    copy.write_bytes(raw)
    with pytest.raises(BackupDamaged):
        rewrite(copy, cleaning)
    assert copy.read_bytes() == raw


def test_that_a_former_store_forgets_too(store, cleaning, home, coffre, gone):
    store.close()
    kept = home.coffre.with_name("coffre.avant-restauration-20261122-080000")
    home.coffre.rename(kept)
    assert CANARY.encode() in plain_pages(kept / guards.NAME, coffre.key)
    assert forget(kept, cleaning)
    assert not forget(kept, cleaning)
    assert CANARY.encode() not in plain_pages(kept / guards.NAME, coffre.key)
    again = Store.open(kept, coffre.key, coffre.keyring.store_id)
    assert again.verify() == []
    again.close()
    with pytest.raises(BackupOtherKey):
        forget(kept, Cleaning(cleaning.register, (), home.sauvegardes, AT))
