"""A foreign, newer, older or altered store is refused; tests/promesses damages one anywhere."""

import platform
import shutil
import sqlite3
from contextlib import contextmanager

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.errors import AppError
from microstructure_desktop.store import backup_reading, engine, guards, migrations, opening
from microstructure_desktop.store.failures import (
    FolderShared,
    StoreBehind,
    StoreBusy,
    StoreDamaged,
    StoreNotEncrypted,
    StoreTooNew,
)
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.rebuild import rebuild
from microstructure_desktop.store.store import Store
from tests import factories as make

from .another_process import running
from .backups import own_file

PAGE = guards.PAGE


class Closed:
    """A store that holds three consultations and is closed; what a test does to its files."""

    def __init__(self, folder, coffre):
        self.folder, self.key, self.store_id = folder, coffre.key, coffre.keyring.store_id
        self.path = folder / "store.db"

    def open(self):
        return Store.open(self.folder, self.key, self.store_id)

    def assert_refused(self, failure):
        with pytest.raises(failure) as caught:
            self.open().close()
        return caught.value

    def save(self, times=1):
        store = self.open()
        for _ in range(times):
            with store.begin(make.AUTHOR, make.NOW) as work:
                work.consultations.save(make.a_consultation())
        store.close()

    @contextmanager
    def connection(self):
        connection = engine.connect(self.path, self.key)
        try:
            yield connection
        finally:
            connection.close()


@pytest.fixture
def closed(store, home, coffre):
    store.close()
    closed = Closed(home.coffre, coffre)
    closed.save(3)
    return closed


def test_that_a_sound_store_opens_and_says_who_has_it(closed):
    closed.open().close()
    assert (closed.folder / "verrou").read_text() == platform.node()


def test_that_a_file_cut_of_a_page_that_nothing_reads_is_refused(closed):
    store = closed.open()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("long", make.AUTHOR, {"texte": "z" * 40_000})
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.drop("long", make.AUTHOR)
    store.close()
    with closed.connection() as connection:
        assert connection.execute("pragma freelist_count").fetchone()[0] >= 10
    sound = closed.path.read_bytes()
    closed.path.write_bytes(sound[:-PAGE])
    assert closed.assert_refused(StoreDamaged).check in {"structure", "page"}


def test_that_a_file_that_grew_by_a_page_is_refused(closed):
    with closed.path.open("ab") as file:
        file.write(bytes(PAGE))
    closed.assert_refused(StoreDamaged)


def test_that_a_database_in_clear_is_refused(closed):
    closed.path.unlink()
    plain = sqlite3.connect(closed.path)
    plain.execute("create table patient (nom)")
    plain.close()
    closed.assert_refused(StoreNotEncrypted)


def test_that_an_encrypted_file_of_another_application_is_refused(closed):
    with closed.connection() as connection:
        connection.execute("pragma application_id = 7")
    assert closed.assert_refused(StoreDamaged).check == "identite"


def test_that_a_newer_store_is_refused_without_a_byte_changed(closed):
    with closed.connection() as connection:
        connection.execute("pragma user_version = 99")
    before = closed.path.read_bytes()
    closed.assert_refused(StoreTooNew)
    assert closed.path.read_bytes() == before
    assert not (closed.folder / "store.db-wal").exists()


def test_that_the_key_file_of_another_store_is_refused(closed):
    closed.key = DatabaseKey.generate()
    assert closed.assert_refused(StoreDamaged).check == "page"


def test_that_another_store_under_the_same_key_is_refused(closed):
    closed.store_id = "another"
    assert closed.assert_refused(StoreDamaged).check == "coffre"


@pytest.mark.parametrize(
    "change",
    [
        "drop trigger revision_no_update",
        "drop trigger erasure_no_delete",
        "drop index revision_entity",
        "create trigger t after insert on revision begin select 1; end",
        "alter table membre add column x text",
    ],
)
def test_that_a_changed_schema_is_refused(closed, change):
    with closed.connection() as connection:
        connection.execute(change)
    assert closed.assert_refused(StoreDamaged).check == "schema"


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("update revision set payload = '{}' where seq = 2", "contenu"),
        ("update revision set payload = null, salt = null where seq = 2", "contenu"),
        ("update revision set payload = null where seq = 2", "contenu"),
        ("update revision set salt = null where seq = 2", "contenu"),
        ("update revision set author = 'x' where seq = 2", "chaine"),
        ("update revision set at = at + 1 where seq = 3", "chaine"),
        ("delete from revision where seq = 2", "chaine"),
        ("update revision set seq = 9 where seq = 2", "chaine"),
    ],
)
def test_that_an_altered_history_is_refused(closed, change, check, record_property):
    with closed.connection() as connection:
        names = ("revision_no_update", "revision_no_delete")
        made = [
            connection.execute("select sql from sqlite_schema where name = ?", (n,)).fetchone()[0]
            for n in names
        ]
        for name in names:
            connection.execute(f"drop trigger {name}")
        connection.execute(change)
        for sql in made:
            connection.execute(sql)
    assert closed.assert_refused(StoreDamaged).check == check
    record_property("promesse", "P8")
    record_property("mesure", "révisions modifiées, supprimées ou déplacées : refusées")


def test_that_an_end_that_was_cut_off_is_refused(closed, record_property):
    with closed.connection() as connection:
        sql = connection.execute(
            "select sql from sqlite_schema where name = 'revision_no_delete'"
        ).fetchone()[0]
        connection.execute("drop trigger revision_no_delete")
        connection.execute("delete from revision where seq > 1")
        connection.execute(sql)
    assert closed.assert_refused(StoreBehind).missing == 2
    record_property("promesse", "P8")
    record_property("mesure", "fin de l’historique coupée : refusée")


def test_that_an_older_copy_put_back_is_refused(closed):
    older = closed.path.read_bytes()
    closed.save(2)
    closed.path.write_bytes(older)
    assert closed.assert_refused(StoreBehind).missing == 2


def test_that_an_older_witness_only_promises_less(closed):
    older = (closed.folder / "temoin.json").read_bytes()
    closed.save()
    (closed.folder / "temoin.json").write_bytes(older)
    store = closed.open()
    assert store._tip.seq == 4
    store.close()


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"\xff"])
def test_that_a_store_opens_without_its_witness(closed, content):
    witness = closed.folder / "temoin.json"
    witness.unlink()
    if content is not None:
        witness.write_bytes(content)
    closed.save()
    assert b'"seq": 4' in witness.read_bytes()


def test_that_a_second_process_is_told_who_has_the_store(closed):
    first = closed.open()
    with running("hold", closed.folder, closed.key, closed.store_id) as process:
        said = process.stdout.readline()
    assert said == f"StoreBusy {StoreBusy(platform.node()).sentence}\n"
    first.close()
    with running("hold", closed.folder, closed.key, closed.store_id) as process:
        assert process.stdout.readline() == "open\n"
        closed.assert_refused(StoreBusy)


def test_that_a_failed_opening_lets_go_of_the_file(closed):
    closed.store_id, right = "another", closed.store_id
    closed.assert_refused(StoreDamaged)
    closed.store_id = right
    store = closed.open()
    assert store.verify() == []
    store.close()


def test_that_a_failed_second_opening_keeps_the_first_one_locked(closed):
    first = closed.open()
    closed.assert_refused(StoreBusy)
    with running("hold", closed.folder, closed.key, closed.store_id) as process:
        assert process.stdout.readline().startswith("StoreBusy")
    first.close()


def test_that_a_synchronised_folder_is_refused(closed, tmp_path):
    shared = tmp_path / "OneDrive - Cabinet"
    shutil.copytree(closed.folder, shared)
    closed.folder = shared
    closed.assert_refused(FolderShared)
    with pytest.raises(FolderShared):
        opening.create(tmp_path / "Dropbox" / "coffre", closed.key, closed.store_id)
    assert not (tmp_path / "Dropbox").exists()


def test_that_a_large_store_checked_lately_opens_without_being_read_whole(closed, monkeypatch):
    monkeypatch.setattr(guards, "ALWAYS_COMPLETE", PAGE)
    closed.save()
    with closed.connection() as connection:
        free = connection.execute("pragma page_count").fetchone()[0]
    sound = closed.path.read_bytes()
    assert len(sound) == free * PAGE
    store = closed.open()
    assert store.verify() == []
    assert store._tip.seq == 4
    store.close()


def test_that_an_empty_large_store_opens(store, home, coffre, monkeypatch):
    monkeypatch.setattr(guards, "ALWAYS_COMPLETE", PAGE)
    store.close()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert again._tip.seq == 0
    again.close()


@pytest.fixture
def older(home, coffre):
    """A store as the version before this one made it, closed."""
    connection = engine.connect(home.coffre / "store.db", coffre.key, create=True)
    migrations.migrate(connection, rebuild, migrations.CURRENT - 1)
    store_id = coffre.keyring.store_id
    connection.execute("insert into meta values ('store_id', ?), ('device', 'd')", (store_id,))
    connection.close()
    return Closed(home.coffre, coffre)


def test_that_an_older_store_is_kept_aside_before_it_is_brought_up(older, home):
    own_file(home, "id = 1")
    older.open().close()
    (path,) = home.sauvegardes.iterdir()
    contents = backup_reading.read(path, older.key, home.sauvegardes)
    assert contents.manifeste.genre is Genre.AVANT_MIGRATION
    assert contents.formulaires == 1
    assert contents.manifeste.schema == migrations.CURRENT - 1
    older.open().close()
    assert list(home.sauvegardes.iterdir()) == [path]


def test_that_an_older_store_without_a_backup_is_not_brought_up(older, home):
    home.sauvegardes.write_text("a file where the folder should be")
    with pytest.raises(AppError):
        older.open()
    with older.connection() as connection:
        version = connection.execute("pragma user_version").fetchone()[0]
    assert version == migrations.CURRENT - 1
    home.sauvegardes.unlink()
    older.open().close()
