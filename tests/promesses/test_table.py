"""The table says what was measured, and a long run without one of the promises fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .table import Measure, lines, measures, unkept
from .words import PROMISES

ROOT = Path(__file__).parents[2]
OURS = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
EVERY = [Measure(promise.number, "fait", "", kept=True) for promise in PROMISES]
CONFTEST = 'pytest_plugins = ["tests.promesses.table"]\n'
TESTS = """
def test_of_one(record_property):
    record_property("promesse", "P2")
    record_property("mesure", "7 pages : 7 refus")

def test_of_two(record_property):
    record_property("promesse", "P1")
    record_property("mesure", "3 arrêts")
    record_property("promesse", "P2")
    record_property("mesure", "5 coupes")
    record_property("exige", "4 coupes")

def test_of_none():
    pass
"""


def report(*said, when="call", outcome="passed"):
    place = ("tests/test_x.py", 1, "test_x")
    return pytest.TestReport("x", place, {}, outcome, None, when, user_properties=said)


def test_that_what_a_test_says_is_kept_once_with_its_verdict():
    said = [("promesse", "P1"), ("mesure", "3 arrêts"), ("promesse", "P2"), ("exige", "tout")]
    reports = [report(*said, outcome="failed"), report(*said, when="teardown"), report()]
    assert measures(reports) == [
        Measure("P1", "3 arrêts", "", kept=False),
        Measure("P2", "", "tout", kept=False),
    ]


def test_that_lines_follow_the_promises_and_not_the_tests():
    found = [
        Measure("P12", "deux fois", "", kept=True),
        Measure("P2", "b", "", kept=False),
        Measure("P2", "a", "12", kept=True),
        Measure("P12", "deux fois", "", kept=True),
    ]
    told = list(lines(found))
    assert [line[:3].strip() for line in told if line[0] == "P"] == ["P2", "P12"]
    assert told[-1].endswith("deux fois (2 fois)")
    assert told[2:4] == ["    mesuré   a (exigé : 12)", "    NON TENU b"]


def test_that_a_promise_is_kept_only_by_a_measure_of_a_test_that_passed():
    assert unkept(EVERY) == []
    assert unkept(EVERY[1:]) == ["P1"]
    assert unkept([Measure("P1", "fait", "", kept=False), *EVERY[1:]]) == ["P1"]
    assert unkept([Measure("P1", "", "", kept=True), *EVERY[1:]]) == ["P1"]


def test_that_a_number_that_is_no_promise_is_said():
    assert unkept([*EVERY, Measure("P7", "fait", "", kept=True)]) == ["P7"]


def test_that_two_workers_fill_one_table_and_that_a_hole_in_it_is_a_failure(tmp_path):
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -q -p no:cacheprovider\n")
    run = [sys.executable, "-m", "pytest", "-n", "2"]
    whole, part = (
        subprocess.run(
            [*run, *chosen],
            cwd=tmp_path,
            env={**OURS, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for chosen in ([], ["-k", "one"])
    )
    assert (whole.returncode, part.returncode) == (1, 0)
    table = whole.stdout.partition("Promesses")[2]
    assert table.index("3 arrêts") < table.index("5 coupes (exigé : 4") < table.index("7 pages")
    assert "SANS MESURE : P3, P4" in table
    assert "7 pages" in part.stdout
    assert "SANS MESURE" not in part.stdout
