"""A bundle is in the folder whole, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from microstructure_desktop.exchange import bundle, errors
from microstructure_desktop.exchange import write as writing
from microstructure_desktop.exchange.anonymise import anonymise
from tests.exchange.cases import ADRESSE, acte, mois, sources

MADE = bundle.build(
    anonymise(sources([acte(p, "2025-03-10") for p in "abcde"]), mois("2025-03")),
    ADRESSE,
    sequence=3,
)


def there(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_that_the_folder_holds_the_very_bytes(tmp_path):
    path = writing.write(MADE, tmp_path)
    assert path == tmp_path / MADE.nom
    assert there(path) == dict(MADE.files)
    assert bundle.read(there(path))[0].structure == "OCC-31-007"
    assert [p.name for p in tmp_path.iterdir()] == [MADE.nom]


def test_that_writing_twice_is_writing_once(tmp_path):
    first = writing.write(MADE, tmp_path)
    before = first.stat().st_mtime_ns
    assert writing.write(MADE, tmp_path) == first
    assert first.stat().st_mtime_ns == before


def test_that_a_folder_of_that_name_with_something_else_is_kept(tmp_path):
    path = writing.write(MADE, tmp_path)
    (path / "LISEZMOI.txt").write_text("changed", encoding="utf-8")
    with pytest.raises(errors.DestinationTaken):
        writing.write(MADE, tmp_path)
    assert (path / "LISEZMOI.txt").read_text(encoding="utf-8") == "changed"


def test_that_what_an_interrupted_writing_left_is_no_obstacle(tmp_path):
    left = tmp_path / f".{MADE.nom}.part"
    left.mkdir()
    (left / "manifest.json").write_bytes(b"half")
    assert there(writing.write(MADE, tmp_path)) == dict(MADE.files)
    assert not left.exists()


def test_that_an_unplugged_stick_is_said(tmp_path):
    with pytest.raises(errors.DestinationMissing) as failed:
        writing.write(MADE, tmp_path / "gone")
    assert "clé" in failed.value.sentence


def test_that_a_file_in_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(errors.DestinationMissing):
        writing.write(MADE, tmp_path / "file")


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, errors.DestinationFull),
        (errno.EDQUOT, errors.DestinationFull),
        (errno.EROFS, errors.DestinationReadOnly),
        (errno.EACCES, errors.DestinationReadOnly),
        (errno.ENODEV, errors.DestinationMissing),
        (errno.EIO, errors.WriteFailed),
    ],
)
def test_that_a_disk_that_fails_leaves_nothing_behind(tmp_path, monkeypatch, code, error):
    done = []

    def fails_on_the_third(descriptor):
        done.append(descriptor)
        if len(done) == 3:
            raise OSError(code, "disk")

    monkeypatch.setattr(os, "fsync", fails_on_the_third)
    with pytest.raises(errors.WriteFailed) as failed:
        writing.write(MADE, tmp_path)
    assert type(failed.value) is error
    assert list(tmp_path.iterdir()) == []


def test_that_a_disk_that_lies_is_caught(tmp_path, monkeypatch):
    def spoils(descriptor):
        os.pwrite(descriptor, b"\0", 0)

    monkeypatch.setattr(os, "fsync", spoils)
    with pytest.raises(errors.ReadBackDiffers):
        writing.write(MADE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_a_system_that_cannot_flush_a_folder_is_no_failure(tmp_path, monkeypatch):
    opened = os.open

    def refuses_folders(path, flags, *more, **named):
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "folder")
        return opened(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuses_folders)
    assert writing.write(MADE, tmp_path).is_dir()
