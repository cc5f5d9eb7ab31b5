"""A store that refuses to open says what of it is sound, and stays as it was."""

import pytest

from microstructure_desktop.store import closed_checks, guards
from microstructure_desktop.store.keys import DatabaseKey

from .another_process import running
from .backups import a_backup_folder

NAMES = ("ouverture", "journal", "structure", "integrite", "schema", "historique", "listes",
         "acces", "temoin")  # fmt: skip


@pytest.fixture
def closed(store, coffre, home):
    """The folder of a store of many pages."""
    backups = a_backup_folder(store, coffre, home)
    for _ in range(30):
        backups.save("mot " * 800)
    store.close()
    return home.coffre


@pytest.fixture
def examine(closed, coffre, home):
    def examined(key=coffre.key):
        found = closed_checks.examine(closed, key, coffre.keyring.store_id, home.sauvegardes)
        assert list(home.sauvegardes.iterdir()) == []
        return {check.name: check.failure for check in found}

    return examined


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def change(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_that_a_sound_one_passes_them_all_and_stays_as_it_was(closed, examine):
    before = content(closed)
    assert examine() == dict.fromkeys(NAMES)
    assert content(closed) == before


def test_that_a_damaged_page_leaves_the_other_checks_to_be_told(closed, examine):
    pages = (closed / guards.NAME).stat().st_size // guards.PAGE
    change(closed / guards.NAME, (pages - 2) * guards.PAGE + 700)
    before = content(closed)
    found = examine()
    assert tuple(found) == NAMES
    assert found["integrite"].check == "integrite"
    assert found["ouverture"] is found["schema"] is None
    assert content(closed) == before


def test_that_what_cannot_be_read_at_all_is_told_once(closed, examine):
    assert examine(DatabaseKey.generate())["ouverture"].check == "page"
    change(closed / guards.NAME, 700)
    assert [*examine()] == ["ouverture"]
    (closed / guards.NAME).unlink()
    assert [*examine()] == ["ouverture"]


def test_that_a_lost_journal_is_found_by_the_witness(store, coffre, home):
    key, store_id = coffre.key, coffre.keyring.store_id
    store.close()
    with running("save", home.coffre, key, store_id, "4") as process:
        for _ in range(5):
            process.stdout.readline()
    whole = closed_checks.examine(home.coffre, key, store_id, home.sauvegardes)
    assert [check.failure for check in whole] == [None] * len(NAMES)
    (home.coffre / f"{guards.NAME}-wal").unlink()
    found = closed_checks.examine(home.coffre, key, store_id, home.sauvegardes)
    assert [check.name for check in found if check.failure] == ["temoin"]


def test_that_a_disk_without_room_for_a_copy_is_told(closed, coffre, home):
    home.sauvegardes.write_text("a file where the folder should be")
    found = closed_checks.examine(closed, coffre.key, coffre.keyring.store_id, home.sauvegardes)
    assert [(check.name, bool(check.failure)) for check in found] == [("ouverture", True)]
