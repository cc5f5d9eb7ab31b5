"""P3: nothing that was typed is in clear on the disk, nor was for the time of a write."""

import re

import pytest

from . import traced
from .scenario import CAREFUL, CARELESS, SPELLINGS, WANTED

WRITES = {"write", "pwrite64", "writev", "pwritev", "pwritev2"}


@pytest.fixture
def cabinet(team):
    team.medecin.store.close()
    return team


def written(team, folder, mode, monkeypatch):
    """Every payload of every write, whatever the file; then every file that is left."""
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")  # the scenario itself holds the word
    lines = traced.run(folder, "tests.promesses.scenario", str(team.home.root), mode)
    payloads = [
        traced.decoded(text)
        for line in lines
        if line.partition("(")[0] in WRITES
        for text, cut in traced.TEXT.findall(line.partition(", ")[2])
        if not cut
    ]
    assert not any(re.search(r'"\.\.\.', line) for line in lines), "a payload was not seen whole"
    left = [path.read_bytes() for path in team.home.root.rglob("*") if path.is_file()]
    return payloads, left


def found(contents):
    return sum(content.count(wanted) for content in contents for wanted in WANTED)


@pytest.mark.long
def test_that_nothing_in_clear_is_ever_written(cabinet, tmp_path, monkeypatch, record_property):
    payloads, left = written(cabinet, tmp_path, CAREFUL, monkeypatch)
    assert len(payloads) > 200
    assert found(payloads) == found(left) == 0
    record_property("promesse", "P3")
    record_property(
        "mesure", f"{len(payloads)} écritures et {len(left)} fichiers relus : rien en clair"
    )


@pytest.mark.long
def test_that_a_file_in_clear_removed_at_once_is_found_out(cabinet, tmp_path, monkeypatch):
    payloads, left = written(cabinet, tmp_path, CARELESS, monkeypatch)
    assert found(left) == 0
    assert found(payloads) >= 2


def test_that_what_is_searched_for_is_what_would_be_written():
    assert len(SPELLINGS) == 9
    assert found([b"x" + min(SPELLINGS) + b"%PDF-1.7"]) == 2
