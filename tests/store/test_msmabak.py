"""One file holds everything, and any change of it is seen."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import msmabak
from microstructure_desktop.store.backup_failures import BackupDamaged, BackupTooNew, NotABackup
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.msmabak import LENGTH, MAGIC, PIECE, Manifeste

from .backups import summed

LE = datetime(2026, 11, 22, 17, 30, 5, tzinfo=UTC)
RING, OWN = b"trousseau", b'{"mot.toml":"id = 1"}'
SUM = "61d85a8fe92e84db9e13de2763740367292c671a7d0ebdb85ef993992e487b08"
SAID = Manifeste("0192", Genre.AUTO, LE, 8, "0.9", 12, "ab" * 32, SUM)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "store.db"
    path.write_bytes(os.urandom(PIECE + 4096))
    return path


@pytest.fixture
def made(tmp_path, database):
    path = tmp_path / "a.msmabak"
    msmabak.write(path, SAID, RING, OWN, database)
    return path


def extracted(path, tmp_path):
    target = tmp_path / "sorti.db"
    target.unlink(missing_ok=True)
    return msmabak.extract(path, target), target


def test_that_what_went_in_comes_out(made, database, tmp_path):
    head, target = extracted(made, tmp_path)
    assert (head.manifeste, head.ring, head.own) == (SAID, RING, OWN)
    assert target.read_bytes() == database.read_bytes()
    assert msmabak.look(made) == head
    assert oct(made.stat().st_mode)[-3:] == "600"


def test_that_the_file_is_what_its_format_says(made, database):
    said = json.dumps(
        {
            "empreinte": "ab" * 32,
            "faite_le": "2026-11-22T17:30:05+00:00",
            "format": 1,
            "formulaires": SUM,
            "genre": "auto",
            "sceau": "",
            "schema": 8,
            "seq": 12,
            "store_id": "0192",
            "version": "0.9",
        }
    ).encode()
    parts = [said, RING, OWN, database.read_bytes()]
    content = MAGIC + b"".join(len(p).to_bytes(8, "big") + p for p in parts) + bytes(32)
    assert made.read_bytes() == summed(content)


def test_that_a_file_is_never_written_over(made, database):
    with pytest.raises(FileExistsError):
        msmabak.write(made, SAID, RING, OWN, database)


def test_that_a_changed_bit_is_seen_wherever_it_is(made, tmp_path):
    sound = made.read_bytes()
    for at in [*range(len(sound) - PIECE - 4096), PIECE // 2, PIECE + 500, *range(-40, 0)]:
        changed = bytearray(sound)
        changed[at] ^= 4
        made.write_bytes(changed)
        with pytest.raises((BackupDamaged, NotABackup)):
            extracted(made, tmp_path)


def test_that_a_cut_is_seen_wherever_it_is(made, tmp_path):
    sound = made.read_bytes()
    for length in (0, 1, 7, 8, 20, 300, 500, PIECE, len(sound) - 4096, len(sound) - 1):
        made.write_bytes(sound[:length])
        with pytest.raises((BackupDamaged, NotABackup)):
            extracted(made, tmp_path)
        with pytest.raises((BackupDamaged, NotABackup)):
            msmabak.look(made)


def test_that_a_newer_format_is_newer_and_a_damaged_one_damaged(made):
    content = made.read_bytes()
    newer = b"MSMABAK2" + content[8:]
    made.write_bytes(summed(newer))
    with pytest.raises(BackupTooNew):
        msmabak.look(made)
    made.write_bytes(newer)
    with pytest.raises(BackupDamaged):
        msmabak.look(made)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b"[" * 3_000,
        b"9" * 3_900,
        b'{"format": 1}',
        b"\xff",
    ],
)
def test_that_a_label_that_says_nothing_is_refused(made, said):
    content = made.read_bytes()
    length = int.from_bytes(content[8:16])
    rest = content[16 + length :]
    made.write_bytes(summed(MAGIC + len(said).to_bytes(LENGTH) + said + rest))
    with pytest.raises(BackupDamaged):
        msmabak.look(made)


@pytest.mark.parametrize(
    "changes",
    [
        {"genre": "autre"},
        {"faite_le": "hier"},
        {"faite_le": "0001-01-01T00:00:00+01:00"},
        {"schema": "8"},
        {"seq": -1},
        {"empreinte": "zz"},
        {"sceau": "a"},
        {"store_id": "x" * 101},
        {"store_id": None},
        {"seq": True},
        {"formulaires": "zz"},
        {"formulaires": "00" * 32},
    ],
)
def test_that_a_label_with_anything_unexpected_is_refused(made, changes):
    content = made.read_bytes()
    length = int.from_bytes(content[8:16])
    said = json.dumps(json.loads(content[16 : 16 + length]) | changes, sort_keys=True).encode()
    whole = MAGIC + len(said).to_bytes(LENGTH) + said + content[16 + length :]
    made.write_bytes(summed(whole))
    with pytest.raises(BackupDamaged):
        msmabak.look(made)


def test_that_lengths_that_lie_are_refused(made):
    content = made.read_bytes()
    for lie in (2**63, 2**64 - 1, 0):
        made.write_bytes(summed(MAGIC + lie.to_bytes(LENGTH) + content[16:]))
        with pytest.raises(BackupDamaged):
            msmabak.look(made)


def test_that_only_who_has_the_key_writes_a_label():
    key = DatabaseKey(bytes(range(32)))
    sealed = SAID.sealed(key)
    assert sealed.vouched(key)
    assert sealed.sealed(key) == sealed
    assert not sealed.vouched(DatabaseKey.generate())
    assert not replace(sealed, genre=Genre.CLE).vouched(key)
    assert not SAID.vouched(key)
