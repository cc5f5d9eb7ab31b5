"""A name says when a backup was made and why; what is not one is left alone."""

import os
from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.sauvegarde import Copie, Genre
from microstructure_desktop.store import backup_folder
from microstructure_desktop.store.msmabak import Manifeste

LE = datetime(2026, 11, 22, 17, 30, 5, tzinfo=UTC)
NAME = "msma-20261122-173005-avant-migration.msmabak"


def test_that_a_name_says_when_and_why():
    assert backup_folder.copie(NAME) == Copie(NAME, LE, Genre.AVANT_MIGRATION)
    second = "msma-20261122-173005-cle.2.msmabak"
    assert backup_folder.copie(second) == Copie(second, LE, Genre.CLE, numero=2)
    assert backup_folder.copie(NAME + ".abimee").abimee


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        ".msma-20261122-173005-auto.msmabak.partiel",
        "msma-20261122-173005-auto.zip",
        "msma-20261399-173005-auto.msmabak",
        "msma-20261122-173005-autre.msmabak",
        "msma-20261122-173005-auto.deux.msmabak",
        "msma-.msmabak",
    ],
)
def test_that_nothing_else_is_taken_for_a_backup(name):
    assert backup_folder.copie(name) is None


def test_that_two_of_the_same_second_have_two_names(tmp_path):
    said = Manifeste("0192", Genre.CLE, LE, 8, "1", 0, "", "")
    first = backup_folder.free(tmp_path, said)
    first.touch()
    second = backup_folder.free(tmp_path, said)
    second.rename(second.with_name(second.name + ".abimee")) if second.exists() else second.touch()
    third = backup_folder.free(tmp_path, said)
    assert [p.name[21:] for p in (first, second, third)] == [
        "cle.msmabak",
        "cle.2.msmabak",
        "cle.3.msmabak",
    ]


def test_that_the_latest_is_listed_first(tmp_path):
    names = [f"msma-202611{day}-080000-auto.msmabak" for day in ("02", "22", "11")]
    for name in [*names, "autre.txt"]:
        (tmp_path / name).touch()
    assert [p.name for p, _ in backup_folder.listed(tmp_path)] == sorted(names, reverse=True)
    assert backup_folder.listed(tmp_path / "absent") == []


def test_that_of_the_same_second_the_last_made_is_first(tmp_path):
    """« .10 » came after « .2 », and « .2 » after the one without a number."""
    stem = "msma-20261122-173005-auto"
    names = [f"{stem}{rank}.msmabak" for rank in (".10", ".2", "")]
    for name in names:
        (tmp_path / name).touch()
    assert [p.name for p, _ in backup_folder.listed(tmp_path)] == names


def test_that_what_was_interrupted_goes_after_a_day(tmp_path):
    (tmp_path / ".essai-x").mkdir()
    (tmp_path / ".essai-x" / "store.db").touch()
    (tmp_path / ".msma-1.partiel").touch()
    (tmp_path / "a-moi").touch()
    backup_folder.sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    backup_folder.sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["a-moi"]
