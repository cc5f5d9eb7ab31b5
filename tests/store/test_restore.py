"""A restoration is the old store or the new one, complete, at every moment; the other is kept."""

import json
import shutil
from dataclasses import replace

import pytest

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import erased, msmabak, own_files_back, restore, swap
from microstructure_desktop.store.backup_failures import BackupDamaged, RestoreFailed
from microstructure_desktop.store.failures import StoreBusy, StoreTooNew
from microstructure_desktop.store.store import Store
from microstructure_desktop.store.swap import Swap
from tests import factories as make
from tests.altered_log import alter

from .another_process import running
from .backups import a_backup_folder, own_file, summed, with_own

DONE = Acces(make.NOW, make.AUTHOR, Action.RESTAURATION)


@pytest.fixture
def backups(store, coffre, home):
    return a_backup_folder(store, coffre, home)


@pytest.fixture
def made(backups):
    """A backup of two revisions; the store has three since, and is closed."""
    path = backups.make(Genre.CLE)
    backups.save("saisi depuis")
    backups.store.close()
    return path


def restored(home, path, key, register=()):
    with Swap(home.coffre) as place:
        target = restore.Target(place, register, make.NOW, done=DONE)
        made = restore.prepare(path, key, target)
        kept = place.replace(restore.REASON, make.NOW)
    restore.read_back(home.coffre, key, made)
    return made.contents, kept


def revisions(folder, coffre):
    store = Store.open(folder, coffre.key, coffre.keyring.store_id)
    try:
        assert store.verify() == []
        return store._raw.execute("select count(*) from revision").fetchone()[0]
    finally:
        store.close()


def test_that_what_was_saved_comes_back_and_the_former_is_kept(made, home, coffre):
    contents, kept = restored(home, made, coffre.key)
    assert (contents.patients, contents.derniere_saisie) == (1, make.NOW)
    assert revisions(home.coffre, coffre) == 2
    assert kept.name == "coffre.avant-restauration-20261120-103000"
    assert revisions(kept, coffre) == 3


def test_that_it_is_restored_where_there_was_nothing(made, home, coffre):
    shutil.rmtree(home.coffre)
    _, kept = restored(home, made, coffre.key)
    assert kept is None
    assert revisions(home.coffre, coffre) == 2


def test_that_an_altered_access_log_comes_back_as_it_is_and_is_said(backups, home, coffre):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        work.acces.note(Action.CONNEXION)
    alter(backups.store)
    path = backups.make()
    backups.store.close()
    contents, _ = restored(home, path, coffre.key)
    assert "une ligne n’est plus celle qui a été écrite" in contents.journal
    store = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert store.verify() == [contents.journal]
    assert store.sound()
    store.close()


def test_that_it_is_another_device_from_then_on(made, home, coffre):
    restored(home, made, coffre.key)
    store = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation())
    devices = [d for (d,) in store._raw.execute("select device from revision order by seq")]
    assert devices[0] == devices[1] != devices[2]
    assert store.verify() == []
    store.close()
    assert revisions(home.coffre, coffre) == 3


def test_that_its_witness_is_new_and_its_restoration_noted(made, home, coffre):
    restored(home, made, coffre.key)
    assert json.loads((home.coffre / "temoin.json").read_bytes())["seq"] == 2
    store = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    rows = store._raw.execute("select action from acces").fetchall()
    store.close()
    assert ("restauration",) in rows


def test_that_a_journal_left_behind_is_never_played_into_it(made, home, coffre):
    """That of the store in place goes with it."""
    key, store_id = coffre.key, coffre.keyring.store_id
    with running("save", home.coffre, key, store_id, "4") as process:
        for _ in range(5):
            process.stdout.readline()
    assert (home.coffre / "store.db-wal").stat().st_size > 0
    _, kept = restored(home, made, key)
    assert revisions(home.coffre, coffre) == 2
    assert revisions(kept, coffre) == 7


def test_that_whoever_was_erased_since_does_not_come_back(backups, home, coffre):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        gone = work.patients.add(make.a_patient(nom="Partie"))
    path = backups.make()
    backups.store.close()
    register = {erased.Efface(make.DAY, erased.fingerprint(gone.id))}
    contents, _ = restored(home, path, coffre.key, register)
    assert contents.patients == 1
    store = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    with store.read() as work:
        assert [p.nom for p in work.patients.all()] == ["Garnier"]
    store.close()


def test_that_what_the_cabinet_wrote_waits_for_the_store_to_be_in_place(backups, home, coffre):
    path = own_file(home, "au jour de la sauvegarde")
    made = backups.make()
    backups.store.close()
    own_file(home, "changé depuis")
    contents, _ = restored(home, made, coffre.key)
    assert contents.formulaires == 1
    assert path.read_text() == "changé depuis"
    done = own_files_back.settle(home.coffre)
    assert path.read_text() == "au jour de la sauvegarde"
    assert done.kept.name == "formulaires.avant-restauration-20261120-103000"


def test_that_hostile_names_bring_nothing_back(made, home, coffre):
    with_own(made, b'{"../a.toml":""}', coffre.key)
    before = files(home)
    with pytest.raises(BackupDamaged):
        restored(home, made, coffre.key)
    assert files(home) == before


def test_that_a_damaged_copy_changes_nothing(made, home, coffre):
    content = bytearray(made.read_bytes())
    content[-9_000] ^= 1
    made.write_bytes(content)
    before = files(home)
    with pytest.raises(BackupDamaged):
        restored(home, made, coffre.key)
    assert files(home) == before


def test_that_a_newer_schema_is_refused_without_a_byte_written(made, home, coffre):
    head = msmabak.look(made)
    said = msmabak.replace(head.manifeste, schema=999).sealed(coffre.key)
    content = made.read_bytes()
    label = msmabak._canonical(msmabak._document(said))
    rest = content[16 + int.from_bytes(content[8:16]) :]
    made.write_bytes(summed(content[:8] + len(label).to_bytes(8) + label + rest))
    before = files(home)
    with pytest.raises(StoreTooNew):
        restored(home, made, coffre.key)
    assert files(home) == before


def test_that_a_store_in_use_is_not_replaced(made, home, coffre):
    with running("hold", home.coffre, coffre.key, coffre.keyring.store_id) as process:
        assert process.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy):
            restore.check_free(home.coffre)
    restore.check_free(home.coffre)
    restore.check_free(home.root / "absent")


def test_that_what_is_not_what_was_announced_is_given_back(made, home, coffre):
    contents, kept = restored(home, made, coffre.key)
    wrong = restore.Made(replace(contents, patients=2), contents.derniere_saisie)
    with pytest.raises(RestoreFailed):
        restore.read_back(home.coffre, coffre.key, wrong)
    restore.give_back(home.coffre, kept)
    assert revisions(home.coffre, coffre) == 3
    assert revisions(kept.with_name(kept.name + restore.REFUSED), coffre) == 2


def test_that_what_is_refused_on_a_blank_computer_opens_as_nothing(made, home, coffre):
    shutil.rmtree(home.coffre)
    restored(home, made, coffre.key)
    restore.give_back(home.coffre, None)
    assert not home.coffre.exists()
    assert revisions(home.root / f"coffre{restore.REFUSED}", coffre) == 2


def files(home):
    return {
        p.relative_to(home.root): p.read_bytes()
        for p in home.root.rglob("*")
        if p.is_file() and p.suffix != swap.HELD
    }
