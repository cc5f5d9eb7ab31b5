"""Each check has its verdict, and one that fails does not hide the others."""

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.store import checks
from microstructure_desktop.store.failures import DiskFull, StoreBehind, StoreDamaged
from tests import factories as make
from tests.altered_log import alter

from .backups import a_backup_folder

NAMES = ["journal", "structure", "integrite", "schema", "historique", "listes", "acces", "temoin"]


@pytest.fixture
def filled(store, coffre, home):
    a_backup_folder(store, coffre, home)
    return store


def test_that_a_sound_store_passes_them_all(filled):
    found = list(filled.checks())
    assert [c.name for c in found] == NAMES
    assert [c.failure for c in found] == [None] * len(NAMES)


def test_that_each_fault_is_said_beside_what_is_sound(filled):
    filled._raw.execute("drop trigger revision_no_update")
    filled._raw.execute("update revision set payload = '{}' where seq = 1")
    found = {c.name: c.failure for c in filled.checks()}
    assert {name for name, failure in found.items() if failure} == {
        "schema",
        "historique",
        "listes",
    }
    assert found["historique"].check == "contenu"
    assert not filled.sound()


def test_that_an_altered_access_log_is_said_and_forbids_nothing(filled):
    with filled.begin(make.AUTHOR, make.NOW) as work:
        work.acces.note(Action.CONNEXION)
    alter(filled)
    found = {c.name: c for c in filled.checks()}
    assert [name for name, c in found.items() if c.failure] == []
    assert found["acces"].warning.check == "acces_ligne"
    assert checks.warnings(found.values()) == StoreDamaged.finding("acces_ligne")
    assert filled.verify() == [StoreDamaged.finding("acces_ligne")]
    assert filled.sound()


def test_that_what_is_raised_is_a_verdict_too():
    def full():
        raise DiskFull

    assert isinstance(checks.run("x", full).failure, DiskFull)
    assert checks.run("x", lambda: "page").failure.check == "page"
    assert checks.run("x", lambda: None) == checks.Check("x")


def test_that_a_finding_stands_alone_on_its_line():
    assert checks.sentence(StoreDamaged("schema")) == "La structure du coffre a été modifiée."
    assert checks.sentence(StoreBehind(1)).startswith("Un enregistrement confirmé manque")
