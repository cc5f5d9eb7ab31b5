"""A crash leaves the old file or the new one."""

import os
import tempfile
from pathlib import Path

import pytest

from microstructure_desktop.store import files


def nothing(_content):
    return None


def refuse(_content):
    raise ValueError("refused")


class Held:
    """A path that an antivirus holds for a while."""

    def __init__(self, times):
        self.left = times

    def replace(self, _target):
        if self.left:
            self.left -= 1
            raise PermissionError


def test_that_the_former_content_is_kept_beside(tmp_path):
    path = tmp_path / "trousseau.json"
    for content in (b"1", b"22", b"333"):
        files.replace(path, content, nothing)
    assert path.read_bytes() == b"333"
    assert (tmp_path / "trousseau.json.prec").read_bytes() == b"22"
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["trousseau.json", "trousseau.json.prec"]


def test_that_a_content_that_cannot_be_read_back_replaces_nothing(tmp_path):
    path = tmp_path / "trousseau.json"
    files.replace(path, b"1", nothing)
    with pytest.raises(ValueError, match="refused"):
        files.replace(path, b"2", refuse)
    assert path.read_bytes() == b"1"


def test_that_only_the_owner_may_read_it(tmp_path):
    files.replace(tmp_path / "f", b"1", nothing)
    assert (tmp_path / "f").stat().st_mode & 0o077 == 0


def test_that_a_file_held_for_a_moment_is_waited_for(tmp_path):
    held = Held(times=2)
    files.rename(held, tmp_path / "f")
    assert held.left == 0


def test_that_a_file_held_for_ever_is_said(tmp_path):
    held = Held(times=99)
    with pytest.raises(PermissionError):
        files.rename(held, tmp_path / "f")
    assert held.left == 89


def test_that_a_folder_can_be_flushed(tmp_path):
    assert files.flush_folder(tmp_path) is None


def test_that_a_file_can_be_flushed_and_stays_as_it_is(tmp_path):
    (tmp_path / "f").write_bytes(b"1")
    files.flush(tmp_path / "f")
    assert (tmp_path / "f").read_bytes() == b"1"


def test_that_a_new_file_is_for_its_owner_and_never_another(tmp_path):
    path = tmp_path / "a"
    with files.create(path) as file:
        file.write(b"un")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"un", 0o600)
    with pytest.raises(FileExistsError), files.create(path):
        pass


def test_that_what_is_forgotten_is_read_from_the_disk():
    """`RWF_NOWAIT` reads what memory holds, and refuses to go to the disk for the rest."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as place:
        path = Path(place) / "a"
        with files.create(path) as file:
            file.write(bytes(2**20))
        with path.open("rb") as file:
            assert os.preadv(file.fileno(), [bytearray(4096)], 0, os.RWF_NOWAIT) == 4096
            files.forget_cached(file.fileno())
            with pytest.raises(BlockingIOError):
                os.preadv(file.fileno(), [bytearray(4096)], 0, os.RWF_NOWAIT)
