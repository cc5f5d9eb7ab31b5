"""One transaction at a time: all of it or none of it, whatever the disk says."""

import resource
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace

import pytest

from microstructure_desktop.store import opening
from microstructure_desktop.store.failures import (
    DiskFailure,
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreExists,
)
from microstructure_desktop.store.store import Store
from tests import factories as make


def everything(store):
    with store.read() as work:
        return [r.id for r in work.consultations.of(make.PATIENT)], work.revisions.run(
            "select count(*), max(seq) from revision"
        )


def save(store, **changes):
    with store.begin(make.AUTHOR, make.NOW) as work:
        return work.consultations.save(make.a_consultation(**changes))


@contextmanager
def files_limited_to(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_that_a_failed_transaction_leaves_nothing(store):
    save(store)
    before = everything(store)

    def interrupted():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation())
            work.patients.add(make.a_patient())
            work.drafts.put("fiche", make.AUTHOR, {"a": 1})
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert everything(store) == before
    with store.read() as work:
        assert work.patients.all() == []
        assert work.drafts.all(make.AUTHOR) == []
    save(store)
    assert store.verify() == []


def test_that_changes_are_taken_once_and_only_when_they_are_saved(store):
    def interrupted():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.patients.add(make.a_patient())
            raise InterruptedError

    save(store)
    with pytest.raises(InterruptedError):
        interrupted()
    assert store.take_changes() == {"consultation"}
    assert store.take_changes() == frozenset()


def test_that_a_full_database_says_so_and_goes_on_after(store):
    save(store)
    before = everything(store)
    pages = store._raw.execute("pragma page_count").fetchone()[0]
    store._raw.execute(f"pragma max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull):
        save(store, note_partagee="z" * 50_000)
    assert everything(store) == before
    store._raw.execute("pragma max_page_count = 1000000").fetchall()
    save(store, note_partagee="z" * 50_000)
    assert store.verify() == []


def test_that_a_disk_that_refuses_to_write_says_so_and_goes_on_after(store, home, coffre):
    save(store)
    before = everything(store)
    with files_limited_to(64 * 1024), pytest.raises(DiskFailure):
        save(store, note_partagee="z" * 400_000)
    assert everything(store) == before
    save(store)
    store.close()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert again.verify() == []
    again.close()


def test_that_closing_on_a_disk_that_refuses_to_write_loses_nothing(store, home, coffre, caplog):
    save(store, note_partagee="z" * 200_000)
    before = everything(store)
    with files_limited_to(64 * 1024):
        store.close()
    assert "closed without a checkpoint: DiskFailure" in caplog.text
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert everything(again) == before
    assert again.verify() == []
    again.close()


def test_that_no_save_starts_on_a_disk_almost_full(store, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=2**20))
    with pytest.raises(DiskFull):
        save(store)


def test_that_an_error_of_sqlite_carries_no_data(store):
    with (
        pytest.raises(StoreDamaged) as caught,
        store.begin(make.AUTHOR, make.NOW) as work,
    ):
        work.revisions.write(
            "x", "insert into membre (id, head) values (?, ?)", "GARNIER", "Éloïse"
        )
    assert "GARNIER" not in repr(vars(caught.value)) + str(caught.value)
    assert caught.value.__cause__ is None


def test_that_reading_cannot_write(store):
    with store.read() as work:
        with pytest.raises(RuntimeError):
            work.patients.add(make.a_patient())
        with pytest.raises(RuntimeError):
            work.drafts.put("a", make.AUTHOR, {})
        with pytest.raises(RuntimeError):
            work.definitions.keep("psy", 1, "x")
    assert everything(store)[1] == [(0, None)]


def test_that_a_second_opening_in_this_process_is_refused(store, home, coffre):
    place = home.coffre, coffre.key, coffre.keyring.store_id
    with pytest.raises(StoreBusy):
        Store.open(*place)
    store.close()
    again = Store.open(*place)
    store.close()
    assert opening._held == {home.coffre}
    with pytest.raises(StoreBusy):
        Store.open(*place)
    again.close()
    assert opening._held == set()


def test_that_a_store_is_never_created_over_another(store, home, coffre):
    with pytest.raises(StoreExists):
        Store.create(home.coffre, coffre.key, coffre.keyring.store_id)
    save(store)


def test_that_an_abandoned_creation_is_started_again(home, coffre):
    (home.coffre / "store.db.nouveau").write_bytes(b"half")
    (home.coffre / "store.db.nouveau-wal").write_bytes(b"half")
    store = Store.create(home.coffre, coffre.key, coffre.keyring.store_id)
    save(store)
    assert store.verify() == []
    store.close()


def test_that_closing_leaves_only_the_database_and_its_notes(store, home):
    save(store)
    assert (home.coffre / "store.db-wal").stat().st_size > 0
    store.close()
    assert sorted(p.name for p in home.coffre.iterdir()) == [
        "store.db",
        "temoin.json",
        "trousseau.json",
        "verrou",
    ]


def test_that_a_checkpoint_empties_the_journal_even_after_reading(store, home):
    revision = save(store)
    with store.read() as work:
        work.revisions.at(revision)
        work.revisions.head("unknown")
        work.patients.all()
        work.revisions.history(work.consultations.of(make.PATIENT)[0].id)
        work.revisions.head(work.consultations.of(make.PATIENT)[0].id)
    store.checkpoint()
    assert (home.coffre / "store.db-wal").stat().st_size == 0


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        ("update consultation set issue = 'ABSENT_EXCUSE'", "projection"),
        ("delete from consultation", "projection"),
        ("update consultation set jour = '2020-01-01'", "projection"),
        ("update consultation set head = head - 1", "projection"),
        ("insert into membre values ('x', 1)", "projection"),
        ("drop trigger revision_no_delete", "schema"),
        ("create table autre (a)", "schema"),
        ("update revision set payload = replace(payload, '45', '90')", "contenu"),
        ("update revision set author = 'x'", "chaine"),
        ("update revision set mac = zeroblob(32)", "chaine"),
        ("delete from revision where seq = 1", "chaine"),
    ],
)
def test_that_verify_finds_what_was_altered(store, harm, finding):
    save(store)
    save(store, jour=date(2026, 11, 1))
    for trigger in ("revision_no_update", "revision_no_delete"):
        if "revision set" in harm or "from revision" in harm:
            store._raw.execute(f"drop trigger {trigger}")
    store._raw.execute(harm)
    assert StoreDamaged.finding(finding) in store.verify()


def test_that_verify_finds_a_history_cut_at_its_end(store):
    save(store)
    save(store)
    store._raw.execute("drop trigger revision_no_delete")
    store._raw.execute("delete from revision where seq = 2")
    assert "Un enregistrement confirmé manque dans le coffre." in store.verify()


def test_that_verify_finds_a_rewritten_end(store):
    save(store)
    confirmed = store._witness.read()
    store._witness.write(type(store._tip)(confirmed.seq, 1, 1, bytes(32)), store._head)
    assert StoreDamaged.finding("temoin") in store.verify()


def test_that_a_member_who_types_faster_than_the_clock_keeps_the_order(store):
    for _ in range(3):
        save(store)
    with store.read() as work:
        clocks = [hlc for (hlc,) in work.revisions.run("select hlc from revision order by seq")]
    assert clocks == [clocks[0], clocks[0] + 1, clocks[0] + 2]
