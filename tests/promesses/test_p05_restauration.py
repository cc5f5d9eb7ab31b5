"""P5: an interrupted restoration leaves the old store or the new one, and keeps the other."""

import shutil

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import keyring, rescue
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from microstructure_desktop.store.swap import Swap
from tests import factories as make
from tests.store.backups import a_backup_folder, own_file

from . import dying

OLD, NEW, KEPT = "id = 1", "id = 2", "formulaires.avant-restauration-20261120-103000"
FEW, EACH = 6, 1
"""How many steps between two deaths."""


@pytest.fixture
def made(store, coffre, home, tmp_path):
    """A backup of two revisions and a form, of a store that has three, and another form, since."""
    backups = a_backup_folder(store, coffre, home)
    own_file(home, OLD, dying.FORM)
    path = backups.make(Genre.CLE).rename(tmp_path / "a.msmabak")
    backups.save("saisi depuis")
    own_file(home, NEW, dying.FORM)
    store.close()
    return path


@pytest.fixture
def rekeyed(made, home, coffre):
    """The same; since then somebody left, and the store is under this key."""
    key, store_id = DatabaseKey.generate(), coffre.keyring.store_id
    ring = rescue.change_key(coffre.keyring, coffre.key, key, without=(), sheets=())
    store = Store.open(home.coffre, coffre.key, store_id)
    with Swap(home.coffre) as swap:
        store.copy_under(coffre.key, key, swap.new)
        keyring.save(swap.new, ring)
        store.close()
        shutil.rmtree(swap.replace("avant-retrait", make.NOW))
    return key


def check_deaths(made, home, coffre, tmp_path, step, *, now=None):
    """`now`: the key in place; the backup is under another."""
    safe = shutil.copytree(home.root, tmp_path / "avant")
    store_id, former = coffre.keyring.store_id, coffre.key.raw.hex()
    what = "restore" if now is None else "rekey"
    key = former if now is None else now.raw.hex()
    found = dying.run(what, safe, home.root, key, store_id, made, step, former)
    assert [one["code"] for one in found] == [*[dying.DEAD] * (len(found) - 1), 0]
    assert {(one["there"], one["noted"]) for one in found} == {(3, 0), (2, 1)}
    assert {(one["there"], *one["kept"]) for one in found} == {(3,), (2, 3)}
    forms = {3: {dying.FORMS: NEW}, 2: {dying.FORMS: OLD, KEPT: NEW}}
    assert [one for one in found if one["forms"] != forms[one["there"]]] == []
    assert [one["left"] for one in found if one["left"]] == []
    return len(found) - 1


def test_that_a_few_interruptions_leave_one_or_the_other(
    made, home, coffre, tmp_path, record_property
):
    times = check_deaths(made, home, coffre, tmp_path, FEW)
    assert times >= 5
    record_property("promesse", "P5")
    record_property("mesure", f"interrompue à {times} étapes : l’ancien ou le nouveau, entier")


def test_that_a_few_interruptions_never_leave_the_key_of_before(
    made, rekeyed, home, coffre, tmp_path
):
    assert check_deaths(made, home, coffre, tmp_path, FEW, now=rekeyed) >= 5


@pytest.mark.long
def test_that_an_interruption_at_each_step_never_leaves_the_key_of_before(
    made, rekeyed, home, coffre, tmp_path
):
    check_deaths(made, home, coffre, tmp_path, EACH, now=rekeyed)


@pytest.mark.long
def test_that_an_interruption_at_each_step_leaves_one_or_the_other(
    made, home, coffre, tmp_path, record_property
):
    times = check_deaths(made, home, coffre, tmp_path, EACH)
    record_property("promesse", "P5")
    record_property("mesure", f"interrompue à chacune des {times} étapes : l’un ou l’autre, entier")
