"""The disk of the power cuts keeps what was flushed, and may lose any of the rest."""

import random
from pathlib import Path

import pytest

from . import disk, traced
from .disk import Create, Disk, Flush, Remove, Rename, Resize, Say, Write

ROOT = Path("/c")
TRACE = r"""
openat(AT_FDCWD</w>, "\x2f\x63\x2f\x61", O_RDWR|O_CREAT|O_TRUNC, 0600) = 5</c/a>
lseek(5</c/a>, 2, SEEK_SET)         = 2
write(5</c/a>, "\x61\x62", 2) = 2
write(5</c/a>, "\x63\x64", 2)           = 1
pwrite64(5<\x2f\x63\x2f\x61>, "\x65\x65", 2, 512) = 2
ftruncate(5</c/a>, 3) = 0
fdatasync(5</c/a>) = 0
write(1</dev/pts/0>, "\x66\x61\x69\x74\x0a", 5) = 5
write(7</elsewhere>, "\x66", 1) = 1
rename("\x2f\x63\x2f\x61", "\x2f\x63\x2f\x62") = 0
fsync(6</c>) = 0
unlink("\x2f\x63\x2f\x7a") = -1 ENOENT (No such file or directory)
unlink("\x2f\x63\x2f\x62") = 0
"""


def after(folder, *events, honest=True):
    """Every state that forty power cuts leave, each once."""
    made = Disk(folder, honest=honest)
    for event in events:
        made.told(event)
    chance = random.Random(1)
    found = (made.left(chance) for _ in range(40))
    return {
        tuple(sorted((Path(path).name, content) for path, content in one.items())) for one in found
    }


def test_that_calls_become_what_the_disk_is_told():
    assert list(traced.events(TRACE.splitlines(), ROOT)) == [
        Create("/c/a"),
        Resize("/c/a", 0),
        Write("/c/a", 2, b"ab"),
        Write("/c/a", 4, b"c"),
        Write("/c/a", 512, b"ee"),
        Resize("/c/a", 3),
        Flush("/c/a"),
        Say("fait"),
        Rename("/c/a", "/c/b"),
        Flush("/c"),
        Remove("/c/b"),
    ]


def test_that_a_call_nobody_understands_is_not_passed_over():
    with pytest.raises(AssertionError, match="sendfile"):
        list(traced.events(["sendfile(5</c/a>, 6</c/b>, NULL, 9) = 9"], ROOT))


def test_that_what_was_flushed_is_always_there(tmp_path):
    a = str(tmp_path / "a")
    Path(a).write_bytes(b"old")
    flushed = Write(a, 0, b"new"), Flush(a)
    assert after(tmp_path, *flushed) == {(("a", b"new"),)}
    assert after(tmp_path, *flushed, Write(a, 0, b"!")) == {(("a", b"new"),), (("a", b"!ew"),)}
    assert after(tmp_path, *flushed, honest=False) == {(("a", b"new"),), (("a", b"old"),)}


def test_that_a_write_may_arrive_without_the_one_before_or_in_part(tmp_path):
    a = str(tmp_path / "a")
    Path(a).write_bytes(b"")
    found = {dict(one)["a"] for one in after(tmp_path, Write(a, 510, b"xxyy"), Resize(a, 600))}
    assert {
        b"",
        bytes(600),
        bytes(510) + b"xxyy",
        (bytes(510) + b"xxyy").ljust(600, b"\0"),
    } <= found
    assert (bytes(510) + b"xx").ljust(600, b"\0") in found


def test_that_names_stay_once_their_folder_was_flushed(tmp_path):
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    made = Create(a), Write(a, 0, b"x"), Flush(a)
    assert after(tmp_path, *made) == {(), (("a", b"x"),)}
    named = *made, Rename(a, b), Flush(str(tmp_path))
    assert after(tmp_path, *named) == {(("b", b"x"),)}
    assert after(tmp_path, *named, Remove(b)) == {(), (("b", b"x"),)}


def test_that_a_cut_knows_what_had_been_said(tmp_path):
    a = str(tmp_path / "a")
    events = [Create(a), Flush(str(tmp_path)), Say("un"), Write(a, 0, b"x"), Say("deux")]
    found = list(disk.cuts(Disk(tmp_path), events, {2, 4}, random.Random(1)))
    assert [said for said, _ in found] == [[], ["un"]]
    assert found[0][1] == {a: b""}
