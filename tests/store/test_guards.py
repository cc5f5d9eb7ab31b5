"""Each way a store can be wrong is refused before a record is shown."""

import os
import tempfile
from pathlib import Path

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.store import engine, guards
from microstructure_desktop.store.failures import (
    DiskFailure,
    DiskFull,
    FolderReadOnly,
    StoreMissing,
    StoreNotEncrypted,
)
from microstructure_desktop.store.guards import Look
from microstructure_desktop.store.witness import Confirmed

NOBODY = 65534


@pytest.fixture
def ordinary_folder():
    """A folder that an account without privileges owns, and that account for the time of a test."""
    folder = Path(tempfile.mkdtemp())
    former = os.geteuid()
    if former == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    folder.chmod(0o700)
    for file in folder.iterdir():
        file.unlink()
    os.seteuid(former)
    folder.rmdir()


def test_that_a_sound_file_is_seen_with_its_size(store, home):
    store.close()
    size = (home.coffre / "store.db").stat().st_size
    assert guards.look(home.coffre) == Look(size, unclean=False)
    (home.coffre / "store.db-wal").write_bytes(b"left")
    assert guards.look(home.coffre) == Look(size, unclean=True)


@pytest.mark.parametrize(
    ("content", "check"),
    [(b"", "taille"), (b"x", "taille"), (bytes(4095), "taille"), (bytes(4097), "taille")],
)
def test_that_an_incomplete_file_is_refused(tmp_path, content, check):
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(AppError) as caught:
        guards.look(tmp_path)
    assert caught.value.check == check


def test_that_half_a_page_is_left_to_the_journal_where_there_is_one(tmp_path):
    (tmp_path / "store.db").write_bytes(bytes(4097))
    (tmp_path / "store.db-wal").write_bytes(b"left")
    assert guards.look(tmp_path) == Look(4097, unclean=True)


def test_that_an_absent_file_is_refused(tmp_path):
    with pytest.raises(StoreMissing):
        guards.look(tmp_path)


def test_that_a_file_in_clear_is_refused(tmp_path):
    (tmp_path / "store.db").write_bytes(b"SQLite format 3\0".ljust(4096, b"\0"))
    with pytest.raises(StoreNotEncrypted):
        guards.look(tmp_path)


def test_that_a_folder_in_read_only_is_refused(ordinary_folder):
    (ordinary_folder / "store.db").write_bytes(b"x" * 4096)
    ordinary_folder.chmod(0o500)
    with pytest.raises(FolderReadOnly):
        guards.look(ordinary_folder)


def test_that_a_table_that_breaks_its_own_rules_is_found(store, home, coffre):
    for statement in (
        "create table t (x text)",
        "insert into t values (null)",
        "pragma writable_schema = on",
        "update sqlite_schema set sql = 'create table t (x text not null)' where name = 't'",
    ):
        store._raw.execute(statement)
    assert list(guards.content(store._raw)) == []
    store.close()
    connection = engine.connect(home.coffre / "store.db", coffre.key)
    assert list(guards.content(connection)) == ["structure"]
    connection.close()


@pytest.mark.parametrize(
    ("code", "failure"),
    [("ENOSPC", DiskFull), ("EDQUOT", DiskFull), ("EIO", DiskFailure), ("EROFS", FolderReadOnly)],
)
def test_that_a_refused_write_says_why(code, failure):
    import errno

    assert type(guards.refused(OSError(getattr(errno, code), "x"))) is failure


def test_that_room_is_asked_before_writing(tmp_path):
    assert guards.room(tmp_path) is None
    with pytest.raises(DiskFull):
        guards.room(tmp_path, needed=2**60)


@pytest.mark.parametrize(
    ("seen", "checked", "whole"),
    [
        (Look(guards.ALWAYS_COMPLETE, unclean=False), 99, True),
        (Look(guards.ALWAYS_COMPLETE + 1, unclean=False), 99, False),
        (Look(guards.ALWAYS_COMPLETE + 1, unclean=False), 94, False),
        (Look(guards.ALWAYS_COMPLETE + 1, unclean=False), 93, True),
        (Look(guards.ALWAYS_COMPLETE + 1, unclean=False), 101, True),
        (Look(guards.ALWAYS_COMPLETE + 1, unclean=True), 99, True),
    ],
)
def test_that_only_a_large_file_checked_lately_is_not_read_whole(seen, checked, whole):
    assert guards.complete(seen, Confirmed(1, bytes(32), checked), today=100) is whole


def test_that_a_large_file_without_a_witness_is_read_whole():
    assert guards.complete(Look(2**30, unclean=False), None, today=100)
