"""A backup gets its name once it was read again; whatever goes wrong, nothing is broken."""

import os
import resource
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from microstructure_desktop.domain.ids import ExerciceId, SupportId, new_id
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.domain.support import Exercice, Support
from microstructure_desktop.store import backup, backup_folder, keyring, msmabak
from microstructure_desktop.store.backup_failures import (
    BackupDamaged,
    BackupDisk,
    BackupNoRoom,
    BackupReadOnly,
    MediumGone,
)
from microstructure_desktop.store.failures import KeyringMissing
from microstructure_desktop.store.store import Store
from tests import factories as make

from .backups import a_backup_folder, own_file

NOBODY = 65534


@pytest.fixture
def backups(store, coffre, home):
    return a_backup_folder(store, coffre, home)


@contextmanager
def no_file_longer_than(size):
    """What a full disk is to whoever writes, whatever account runs the tests."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)


@contextmanager
def as_anybody():
    """Access rights mean nothing to the root account: be another for a while."""
    former = os.geteuid()
    if former == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(former)


def left(backups):
    return sorted(p.name for f in (backups.folder, backups.workshop) for p in f.iterdir())


def test_that_it_is_one_file_for_its_owner_alone(backups):
    path = backups.make(Genre.CLE)
    assert path.name == "msma-20261120-103000-cle.msmabak"
    assert left(backups) == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600


def test_that_it_carries_the_key_file_and_not_a_word_in_clear(backups, coffre):
    backups.save("phrase reconnaissable")
    path = backups.make()
    assert msmabak.look(path).ring == keyring.dumps(coffre.keyring)
    content = path.read_bytes()
    assert b"reconnaissable" not in content
    assert b"Garnier" not in content
    assert b"SQLite format 3" not in content


def test_that_it_carries_what_the_cabinet_wrote_itself(backups, home):
    assert backups.read(backups.make()).formulaires == 0
    own_file(home, "id = 'é'")
    path = backups.make(at=make.NOW + timedelta(minutes=1))
    assert backups.read(path).formulaires == 1
    assert msmabak.look(path).own == b'{"echelles/sommeil.toml":"id = \'\xc3\xa9\'"}'


def test_that_each_is_whole_by_itself(backups):
    first = backups.make()
    backups.save()
    second = backups.make(at=make.NOW + timedelta(minutes=1))
    backups.store.close()
    assert [backups.read(p).manifeste.seq for p in (first, second)] == [2, 3]


def test_that_the_store_goes_on_while_and_after(backups):
    for rank in range(3):
        backups.save()
        assert backups.read(backups.make()).manifeste.seq == 3 + rank
    assert backups.store.verify() == []


def test_that_what_the_medium_holds_differently_never_gets_its_name(backups, monkeypatch):
    """It is read from the medium, not from memory, and there it is not what was flushed."""
    asked = []

    def worn(descriptor, *_):
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        asked.append(path)
        with path.open("r+b") as file:
            file.seek(-5_000, os.SEEK_END)
            file.write(b"\0\0\0\0")

    former = backups.make()
    monkeypatch.setattr(os, "posix_fadvise", worn)
    with pytest.raises(BackupDamaged):
        backups.make(at=make.NOW + timedelta(minutes=1))
    draft = f".{former.name.replace('1030', '1031')}{backup_folder.DRAFT}"
    assert asked == [backups.folder / draft]
    assert left(backups) == [former.name]


def test_that_a_full_disk_leaves_what_was_there(backups):
    former = backups.make()
    database, whole = msmabak.look(former).length, former.stat().st_size
    limits = {database // 2: BackupDisk, database: BackupNoRoom, whole - 1: BackupNoRoom}
    for size, failure in limits.items():
        with no_file_longer_than(size), pytest.raises(failure):
            backups.make()
        assert left(backups) == [former.name]
    backups.save()
    assert backups.store.verify() == []
    assert backups.read(backups.make()).manifeste.seq == 3


def test_that_a_place_too_small_is_told_before(backups, monkeypatch):
    usage = shutil.disk_usage(backups.folder)._replace(free=100_000)
    monkeypatch.setattr(backup.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(BackupNoRoom):
        backups.make()
    assert left(backups) == []


def test_that_a_read_only_key_is_said_so(coffre):
    with tempfile.TemporaryDirectory() as place:
        folder, stick = Path(place) / "coffre", Path(place) / "cle"
        stick.mkdir()
        folder.mkdir()
        keyring.save(folder, coffre.keyring)
        store = Store.create(folder, coffre.key, coffre.keyring.store_id)
        kept = store.backup(coffre.key, stick, Genre.CLE, make.NOW)
        for path, mode in ((place, 0o755), (folder, 0o755), (stick, 0o555)):
            Path(path).chmod(mode)
        (folder / keyring.NAME).chmod(0o644)
        (Path(place) / backup.FOLDER).chmod(0o777)
        with as_anybody(), pytest.raises(BackupReadOnly):
            store.backup(coffre.key, stick, Genre.CLE, make.NOW)
        stick.chmod(0o755)
        assert list(stick.iterdir()) == [kept]
        assert store.verify() == []
        store.close()


def test_that_a_key_pulled_out_before_is_said_so(backups):
    backups.folder.rename(backups.folder.with_name("ailleurs"))
    with pytest.raises(MediumGone):
        backups.make()
    assert not backups.folder.exists()


@pytest.mark.parametrize("moment", ["write", "extract"])
def test_that_a_key_pulled_out_in_the_middle_is_said_so(backups, monkeypatch, moment):
    usual = getattr(msmabak, moment)
    gone = backups.folder.with_name("ailleurs")

    def pulled(*arguments):
        if moment == "write":
            usual(*arguments)
        backups.folder.rename(gone)
        return None if moment == "write" else usual(*arguments)

    monkeypatch.setattr(msmabak, moment, pulled)
    with pytest.raises(MediumGone):
        backups.make()
    assert not [p for p in gone.iterdir() if not p.name.startswith(".")]
    assert list(backups.workshop.iterdir()) == []
    monkeypatch.undo()
    gone.rename(backups.folder)
    assert backups.read(backups.make()).patients == 1


def test_that_a_store_without_its_key_file_makes_no_backup(backups, home):
    for path in home.coffre.glob("trousseau.json*"):
        path.unlink()
    with pytest.raises(KeyringMissing):
        backups.make()


def test_that_it_tells_since_when_something_waits(backups):
    said = backups.read(backups.make()).manifeste
    assert backups.store.waiting_since(said) is None
    with backups.store.begin(make.AUTHOR, make.NOW + timedelta(hours=1)) as work:
        work.consultations.save(make.a_consultation())
    backups.save()
    # Two more were saved; the clock of the last went backwards.
    assert backups.store.waiting_since(said) == make.NOW


def test_that_what_notes_the_copies_themselves_does_not_wait(backups):
    said = backups.read(backups.make()).manifeste
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        work.supports.save(Support(SupportId(new_id()), "Clé bleue", make.NOW))
        work.exercices.save(
            Exercice(ExerciceId(new_id()), make.NOW, make.AUTHOR, make.NOW, patients=1)
        )
    assert backups.store.waiting_since(said) is None
    backups.save()
    assert backups.store.waiting_since(said) == make.NOW


def test_that_a_text_being_typed_waits_too(backups):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("seance:1", make.AUTHOR, {"note": "avant"})
    said = backups.read(backups.make()).manifeste
    assert backups.store.waiting_since(said) is None
    typed = make.NOW + timedelta(seconds=1)
    with backups.store.begin(make.AUTHOR, typed) as work:
        work.drafts.put("seance:2", make.AUTHOR, {"note": "après"})
    assert backups.store.waiting_since(said) == typed
    with backups.store.begin(make.AUTHOR, typed + timedelta(hours=1)) as work:
        work.consultations.save(make.a_consultation())
    assert backups.store.waiting_since(said) == typed


def test_that_a_backup_of_another_past_holds_nothing_for_sure(backups):
    backups.save()
    said = backups.read(backups.make()).manifeste
    other = replace(said, empreinte="00" * 32)
    assert backups.store.waiting_since(other) == make.NOW
