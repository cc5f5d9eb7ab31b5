"""P9: an update loses nothing, and an older program does no harm to a newer cabinet."""

import shutil

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import backup_folder, backup_reading, keys, migrations
from microstructure_desktop.store.backup_failures import BackupDisk, BackupNoRoom
from microstructure_desktop.store.failures import StoreTooNew
from microstructure_desktop.store.store import Store
from tests.store import released
from tests.store.fixtures.fill import PASSPHRASE

from . import dying

FEW, MANY = 8, 80


def opened(home, ring):
    return Store.open(home.coffre, released.key(), ring.store_id)


def test_that_each_released_version_has_its_store():
    assert tuple(range(1, migrations.CURRENT + 1)) == released.VERSIONS


@pytest.mark.parametrize("version", released.VERSIONS)
def test_that_nothing_of_an_older_cabinet_is_lost(version, home, limits, record_property):
    ring = released.made(version, home.coffre)
    before = released.revisions(home.coffre / "store.db")
    key, _ = keys.unlock(ring, ring.accounts[0].id, PASSPHRASE, limits)
    assert key.raw == released.KEY
    store = opened(home, ring)
    assert store.verify() == []  # every record decodes, every list is filled, the chain holds
    assert store.counts()[0] == 2
    store.close()
    assert released.revisions(home.coffre / "store.db") == before
    copies = [c.genre for _, c in backup_folder.listed(home.sauvegardes)]
    assert copies == [Genre.AVANT_MIGRATION] * (version < migrations.CURRENT)
    record_property("promesse", "P9")
    record_property("mesure", f"schéma {version} : {len(before)} révisions, toutes retrouvées")


@pytest.mark.parametrize("version", released.VERSIONS[:-1])
def test_that_the_backup_made_before_is_the_cabinet_as_it_was(version, home):
    ring = released.made(version, home.coffre)
    before = released.revisions(home.coffre / "store.db")
    opened(home, ring).close()
    ((path, _),) = backup_folder.listed(home.sauvegardes)
    contents = backup_reading.read(path, released.key(), home.sauvegardes)
    assert (contents.manifeste.schema, contents.patients) == (version, 2)
    backup_reading.extract(path, home.root / "sorti.db")
    assert released.revisions(home.root / "sorti.db") == before


def test_that_a_newer_cabinet_is_refused_without_a_byte_written(home, record_property):
    ring = released.made(migrations.CURRENT, home.coffre)
    connection = released.connected(home.coffre / "store.db")
    connection.execute(f"pragma user_version = {migrations.CURRENT + 1}")
    connection.close()
    before = {p.name: p.read_bytes() for p in home.coffre.iterdir()}
    with pytest.raises(StoreTooNew):
        opened(home, ring)
    after = {p.name: p.read_bytes() for p in home.coffre.iterdir()}
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"verrou"}
    assert not home.sauvegardes.exists()
    record_property("promesse", "P9")
    record_property("mesure", "coffre plus récent : refusé, pas un octet écrit dedans")


def test_that_without_room_for_a_backup_nothing_is_migrated(home, monkeypatch):
    ring = released.made(1, home.coffre)
    usage = shutil.disk_usage(home.root)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises((BackupNoRoom, BackupDisk)):
        opened(home, ring)
    monkeypatch.undo()
    assert dying.found(home.coffre, released.key()) == (1, True)
    opened(home, ring).close()
    assert dying.found(home.coffre, released.key()) == (migrations.CURRENT, True)


def check_kills(home, tmp_path, times, record_property):
    ring = released.made(1, home.coffre)
    count = len(released.revisions(home.coffre / "store.db"))
    safe = shutil.copytree(home.root, tmp_path / "avant")
    root, key = home.root, released.KEY.hex()
    whole, *found = dying.run("migrate", safe, root, key, ring.store_id, times)
    assert (whole["code"], whole["version"]) == (0, migrations.CURRENT)
    assert {one["version"] for one in found} <= {1, migrations.CURRENT}
    assert all(one["sound"] and one["again"] == count for one in found)
    # Brought up or not, there is a verified copy of what it was, once it is opened again.
    assert all(one["backups"] >= 1 for one in found)
    old = sum(one["version"] == 1 for one in found)
    record_property("promesse", "P9")
    said = f"{times} arrêts brutaux : {old} ancien, {times - old} nouveau, aucun entre les deux"
    record_property("mesure", said)
    return old


def test_that_a_few_kills_leave_the_old_version_or_the_new(home, tmp_path, record_property):
    assert check_kills(home, tmp_path, FEW, record_property) <= FEW


@pytest.mark.long
def test_that_many_kills_leave_the_old_version_or_the_new(home, tmp_path, record_property):
    old = check_kills(home, tmp_path, MANY, record_property)
    assert 0 < old < MANY
