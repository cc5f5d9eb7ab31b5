"""The connection is set for lasting saves, holds the file, and gives nothing away."""

import sqlite3

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import engine, migrations
from microstructure_desktop.store.failures import (
    DiskFailure,
    DiskFull,
    FolderReadOnly,
    StoreBusy,
    StoreDamaged,
    StoreFailure,
    StoreMissing,
    StoreUnsupported,
)
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.rebuild import rebuild

from .another_process import running


def asked(connection, name):
    return connection.execute(f"pragma {name}").fetchone()[0]


def test_that_saves_are_set_to_last(store):
    assert asked(store._raw, "synchronous") == 2
    assert asked(store._raw, "journal_mode") == "wal"
    assert asked(store._raw, "locking_mode") == "exclusive"
    assert asked(store._raw, "temp_store") == 2
    assert asked(store._raw, "recursive_triggers") == 1
    assert asked(store._raw, "foreign_keys") == 1


def test_that_a_setting_that_does_not_hold_is_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(engine.PRAGMAS, "synchronous", ("normal", 2))
    with pytest.raises(StoreUnsupported):
        engine.connect(tmp_path / "a.db", DatabaseKey.generate(), create=True)


@pytest.mark.parametrize(
    ("name", "floor"),
    [("SQLITE_WITHOUT_WAL_RESET_BUG", (99, 0, 0)), ("SQLCIPHER", (99, 0, 0))],
)
def test_that_an_older_library_is_refused(tmp_path, monkeypatch, name, floor):
    monkeypatch.setattr(engine, name, floor)
    with pytest.raises(StoreUnsupported):
        engine.connect(tmp_path / "a.db", DatabaseKey.generate(), create=True)


def test_that_the_library_is_free_of_the_journal_bug():
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_that_a_missing_file_is_never_made(tmp_path):
    with pytest.raises(StoreMissing):
        engine.connect(tmp_path / "a.db", DatabaseKey.generate())
    assert list(tmp_path.iterdir()) == []


def test_that_a_path_may_hold_any_character(tmp_path):
    folder = tmp_path / "a ?b#c%41 é"
    folder.mkdir()
    engine.connect(folder / "x.db", DatabaseKey.generate(), create=True).close()
    assert [p.name for p in folder.iterdir()] == ["x.db"]


def test_that_what_is_written_is_not_in_clear(tmp_path):
    connection = engine.connect(tmp_path / "a.db", DatabaseKey.generate(), create=True)
    connection.execute("create table t (x)")
    engine.checkpoint(connection)
    connection.close()
    assert b"SQLite format" not in (tmp_path / "a.db").read_bytes()


def test_that_tables_made_in_a_failed_transaction_are_gone(tmp_path):
    connection = engine.connect(tmp_path / "a.db", DatabaseKey.generate(), create=True)
    link = engine.engine_over(connection).connect()

    def interrupted():
        with link.begin():
            link.exec_driver_sql("create table t (x)")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert connection.execute("select count(*) from sqlite_schema").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("SQLITE_BUSY", StoreBusy),
        ("SQLITE_BUSY_SNAPSHOT", StoreBusy),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", DiskFailure),
        ("SQLITE_READONLY_DIRECTORY", FolderReadOnly),
        ("SQLITE_CANTOPEN", StoreMissing),
        ("SQLITE_NOTADB", StoreDamaged),
        ("SQLITE_CORRUPT_INDEX", StoreDamaged),
        ("SQLITE_CONSTRAINT_UNIQUE", StoreDamaged),
        ("SQLITE_ERROR", StoreFailure),
    ],
)
def test_that_each_error_of_sqlite_becomes_ours(name, failure):
    error = dbapi2.OperationalError("near GARNIER")
    error.sqlite_errorname = name
    with pytest.raises(failure) as caught, engine.translated():
        raise error
    assert type(caught.value) is failure
    assert "GARNIER" not in str(caught.value)


def test_that_an_error_without_a_name_keeps_its_type_only():
    with pytest.raises(StoreFailure) as caught, engine.translated():
        raise dbapi2.ProgrammingError("GARNIER")
    assert caught.value.code == "ProgrammingError"


def test_that_other_errors_pass():
    with pytest.raises(sqlite3.Error), engine.translated():
        raise sqlite3.Error


def test_that_reading_alone_changes_not_one_byte(tmp_path):
    key, path = DatabaseKey.generate(), tmp_path / "a.db"
    made = engine.connect(path, key, create=True)
    migrations.migrate(made, rebuild)
    copy = tmp_path / "b.db"
    made.execute("vacuum into ?", (str(copy),))
    made.close()
    before = copy.read_bytes()
    copy.chmod(0o400)
    connection = engine.connect_to_read(copy, key)
    assert connection.execute("pragma user_version").fetchone() == (migrations.CURRENT,)
    with pytest.raises(FolderReadOnly), engine.translated():
        connection.execute("create table t (x)")
    connection.close()
    assert copy.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.db", "b.db"]


def test_that_a_file_in_use_is_known_without_its_key(store, home, coffre):
    path = home.coffre / "store.db"
    store.close()
    with running("hold", home.coffre, coffre.key, coffre.keyring.store_id) as process:
        assert process.stdout.readline() == "open\n"
        assert engine.in_use(path)
    assert not engine.in_use(path)


def test_that_the_versions_are_those_that_a_store_needs():
    sqlite, cipher = (tuple(map(int, text.split("."))) for text in engine.versions())
    assert sqlite >= engine.SQLITE_WITHOUT_WAL_RESET_BUG
    assert cipher >= engine.SQLCIPHER
