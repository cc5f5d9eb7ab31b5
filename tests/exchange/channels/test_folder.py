"""A folder or a stick holds the whole file under its name, or nothing."""

import errno
import os
from pathlib import Path

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel

from .rounds import random_bytes

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
DONE = Depot(Resultat.DEPOSE)


def channel(folder):
    return open_channel(Reglage(CanalId("c"), TypeCanal.DOSSIER, "Clé", str(folder)), timeout=1)


def there(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_that_the_folder_holds_the_very_bytes(tmp_path):
    assert channel(tmp_path).put(NAME, DATA) == DONE
    assert there(tmp_path) == {NAME: DATA}


def test_that_writing_twice_is_writing_once(tmp_path):
    channel(tmp_path).put(NAME, DATA)
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert channel(tmp_path).put(NAME, DATA) == Depot(Resultat.DEJA_LA)
    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_that_other_bytes_under_that_name_are_kept(tmp_path):
    (tmp_path / NAME).write_bytes(DATA + b"x")
    assert channel(tmp_path).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert there(tmp_path) == {NAME: DATA + b"x"}


@pytest.mark.parametrize("kept", [0, 1, 4096, len(DATA) - 1])
def test_that_what_a_stick_pulled_out_left_is_made_whole(tmp_path, kept):
    (tmp_path / NAME).write_bytes(DATA[:kept])
    (tmp_path / f".{NAME}.part").write_bytes(b"older")
    assert channel(tmp_path).put(NAME, DATA) == DONE
    assert there(tmp_path) == {NAME: DATA}


def test_that_each_of_two_sticks_gets_all_of_it(tmp_path):
    """The second, in the same place, knows nothing of what the first was given."""
    place, first, second = (tmp_path / name for name in ("place", "first", "second"))
    place.mkdir()
    assert channel(place).put(NAME, DATA) == DONE
    place.rename(first)
    assert channel(place).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.ABSENT)
    place.mkdir()
    assert channel(place).put(NAME, DATA) == DONE
    place.rename(second)
    assert there(first) == there(second) == {NAME: DATA}


def test_that_a_place_must_be_said_in_full(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for adresse in ("", ".", "depot"):
        assert channel(adresse).put(NAME, DATA) == Depot(Resultat.REFUSE, Detail.ADRESSE)
    assert there(tmp_path) == {}


def test_that_a_file_in_place_of_the_folder_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    assert channel(tmp_path / "file").put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.ABSENT)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, Depot(Resultat.REFUSE, Detail.PLEIN)),
        (errno.EDQUOT, Depot(Resultat.REFUSE, Detail.PLEIN)),
        (errno.EROFS, Depot(Resultat.REFUSE, Detail.LECTURE_SEULE)),
        (errno.EACCES, Depot(Resultat.REFUSE, Detail.LECTURE_SEULE)),
        (errno.ENODEV, Depot(Resultat.INJOIGNABLE, Detail.ABSENT)),
        (errno.EIO, Depot(Resultat.INJOIGNABLE, Detail.COUPURE)),
    ],
)
def test_that_a_disk_that_fails_leaves_nothing_behind(tmp_path, monkeypatch, code, expected):
    def fails(_descriptor):
        raise OSError(code, "disk", str(tmp_path))

    monkeypatch.setattr(os, "fsync", fails)
    assert channel(tmp_path).put(NAME, DATA) == expected
    assert there(tmp_path) == {}


def test_that_a_full_disk_is_said(tmp_path):
    (tmp_path / f".{NAME}.part").symlink_to("/dev/full")
    assert channel(tmp_path).put(NAME, DATA) == Depot(Resultat.REFUSE, Detail.PLEIN)
    assert there(tmp_path) == {}


def test_that_a_disk_that_lies_is_caught(tmp_path, monkeypatch):
    def spoils(descriptor):
        os.pwrite(descriptor, b"\0", 0)

    monkeypatch.setattr(os, "fsync", spoils)
    assert channel(tmp_path).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.RELECTURE)
    assert there(tmp_path) == {}


def test_that_a_stick_pulled_out_before_the_rename_is_no_success(tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    synced = os.fsync

    def pulled_out(descriptor):
        synced(descriptor)
        stick.rename(tmp_path / "pocket")

    monkeypatch.setattr(os, "fsync", pulled_out)
    assert channel(stick).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.ABSENT)
    monkeypatch.undo()
    (tmp_path / "pocket").rename(stick)
    assert channel(stick).put(NAME, DATA) == DONE
    assert there(stick) == {NAME: DATA}


def test_that_a_system_that_cannot_flush_a_folder_is_no_failure(tmp_path, monkeypatch):
    opened = os.open

    def refuses_folders(path, flags, *more, **named):
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, "folder")
        return opened(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuses_folders)
    assert channel(tmp_path).put(NAME, DATA) == DONE


def test_that_receipts_are_found_beside_and_below(tmp_path):
    assert list(channel(tmp_path / "gone").receipts()) == []
    (tmp_path / "accuses").mkdir()
    (tmp_path / "accuses" / "accuse_00000001.msma-ack").write_bytes(b"1")
    (tmp_path / "accuse_00000002.msma-ack").write_bytes(b"2")
    (tmp_path / "accuse_00000003.msma-ack").write_bytes(b"x" * (64 * 1024 + 1))
    (tmp_path / "accuse_00000004.msma-ack").mkdir()
    (tmp_path / NAME).write_bytes(DATA)
    assert list(channel(tmp_path).receipts()) == [
        ("accuse_00000001.msma-ack", b"1"),
        ("accuse_00000002.msma-ack", b"2"),
    ]
