"""P5: an interrupted restoration leaves the old store or the new one, and keeps the other."""

import shutil

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
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


def check_deaths(made, home, coffre, tmp_path, step):
    safe = shutil.copytree(home.root, tmp_path / "avant")
    store_id = coffre.keyring.store_id
    found = dying.run("restore", safe, home.root, coffre.key.raw.hex(), store_id, made, step)
    assert [one["code"] for one in found] == [*[dying.DEAD] * (len(found) - 1), 0]
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


@pytest.mark.long
def test_that_an_interruption_at_each_step_leaves_one_or_the_other(
    made, home, coffre, tmp_path, record_property
):
    times = check_deaths(made, home, coffre, tmp_path, EACH)
    record_property("promesse", "P5")
    record_property("mesure", f"interrompue à chacune des {times} étapes : l’un ou l’autre, entier")
