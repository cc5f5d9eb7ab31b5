"""P10: no file from outside stops the application, nor is it used by halves."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .mutations import hostile
from .targets import TARGETS

ROOT = Path(__file__).parents[2]
BY_A_SMALL_ONE = ["sh", "-c", '"$@"; exit $?', "sh"] if os.name == "posix" else []
"""libFuzzer limits the peak of memory, and a program begins with the peak of who started it."""
SECONDS = int(os.environ.get("MSMA_FUZZ_SECONDES", "60"))


@pytest.mark.parametrize("nom", TARGETS)
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_that_a_hostile_file_is_read_or_refused(nom, data):
    target = TARGETS[nom]
    assert isinstance(target.one(data.draw(hostile(target.seeds()))), bool)


@pytest.mark.parametrize("nom", TARGETS)
def test_that_its_examples_are_read(nom):
    """Otherwise what is made of them would be refused at the first byte."""
    target = TARGETS[nom]
    assert [rank for rank, seed in enumerate(target.seeds()) if not target.one(seed)] == []
    assert target.seeds()


@pytest.mark.long
@pytest.mark.parametrize("nom", TARGETS)
def test_that_a_minute_of_hostile_files_stops_nothing(nom, tmp_path, record_property):
    command = [sys.executable, "-m", "tests.fuzz", nom, str(SECONDS), str(tmp_path)]
    run = subprocess.run(
        [*BY_A_SMALL_ONE, *command],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 0, said[-4000:]
    assert not list(tmp_path.glob("crash-*"))
    runs = int(re.search(r"Done (\d+) runs", said)[1])
    assert runs > SECONDS
    record_property("promesse", "P10")
    record_property("mesure", f"{nom} : {runs} fichiers hostiles en {SECONDS} s, aucune erreur")
