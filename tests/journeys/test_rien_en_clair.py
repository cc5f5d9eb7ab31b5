"""Nothing typed in a month is readable on the disk, in a log, a setting or a temporary file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from microstructure_desktop.cli import main

from .walk import MARKS, PHRASE

WALK = Path(__file__).parent / "walk.py"
LONGEST_CHANCE = 7  # letters: what an encrypted file of some megabytes never spells by itself


def encoded(mark):
    """The ways a text may lie in a file."""
    word = mark.split()[0]
    assert len(word) > LONGEST_CHANCE
    return (
        word.encode(),
        word.upper().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        word.encode("latin-1"),
        word.encode("ascii", "backslashreplace"),
    )


@pytest.fixture(scope="module", params=[(), ("--tuer",)], ids=["fermé", "tué"])
def disk(request, tmp_path_factory):
    """A disk of its own for one process: home, settings, temporary files."""
    root = tmp_path_factory.mktemp("disque")
    places = {
        "HOME": "maison",
        "TMPDIR": "temporaire",
        "XDG_CONFIG_HOME": "maison/config",
        "XDG_CACHE_HOME": "maison/cache",
        "XDG_DATA_HOME": "maison/donnees",
        "XDG_RUNTIME_DIR": "execution",
    }
    for place in places.values():
        (root / place).mkdir(parents=True, exist_ok=True, mode=0o700)
    environment = {**os.environ, **{name: str(root / place) for name, place in places.items()}}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.walk", str(root / "cabinet"), *request.param],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=WALK.parents[2],
    )
    assert "marche finie" in ended.stdout, ended.stdout + ended.stderr
    assert ended.returncode == (9 if request.param else 0)
    return root, ended.stdout + ended.stderr


def holders(root, mark):
    """Files where a text can be read."""
    return [
        str(path.relative_to(root))
        for path in files(root)
        if any(token in path.read_bytes() for token in encoded(mark))
    ]


def files(root):
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.mark.parametrize("mark", [*MARKS.values(), PHRASE], ids=[*MARKS, "phrase"])
def test_that_no_file_holds_what_was_typed(disk, mark):
    root, _ = disk
    assert holders(root, mark) == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
def test_that_a_text_in_clear_would_be_found(tmp_path, codec):
    (tmp_path / "fuite.bin").write_bytes(b"\0\1" + MARKS["prenom"].encode(codec) + b"\0")
    assert holders(tmp_path, MARKS["prenom"]) == ["fuite.bin"]


def test_that_no_file_is_named_after_anybody(disk):
    root, _ = disk
    assert not [p.name for p in files(root) if "canari" in p.name.lower()]


def test_that_what_the_program_said_holds_nothing(disk):
    _, said = disk
    assert "canari" not in said.lower()


def test_that_the_log_was_written_and_holds_only_a_place(disk):
    root, _ = disk
    written = (root / "cabinet" / "journaux" / "microstructure.log").read_text(encoding="utf-8")
    assert "ValueError at" in written


def test_that_no_document_was_left_in_clear(disk):
    root, _ = disk
    assert not [p.name for p in files(root) if p.read_bytes()[:5] == b"%PDF-"]
    assert not [p.name for p in files(root) if p.read_bytes()[:15] == b"SQLite format 3"]


def test_that_everything_typed_is_there_for_whoever_has_the_passphrase(disk, tmp_path, capsys):
    root, _ = disk
    phrase = tmp_path / "phrase.txt"
    phrase.write_text(PHRASE, encoding="utf-8")
    home = str(root / "cabinet")
    assert main(["--home", home, "verify", "--passphrase-file", str(phrase)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Coffre sain."
