"""Nobody else's program reads this process, and a crash leaves no file of what it held."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from microstructure_desktop import private_memory

ROOT = Path(__file__).parents[1]
STATE = """
import ctypes, resource, sys
libc = ctypes.CDLL(None)
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
def state():
    return libc.prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)
"""
ASKED = """
before = state()
from microstructure_desktop.private_memory import keep_private
keep_private()
print(before[0], before[1] == (hard, hard), *state())
"""
COMMAND = """
import contextlib
from microstructure_desktop.cli import main
with contextlib.suppress(SystemExit):
    main([*sys.argv[1:], "--help"])
print("", *state())
"""
REPLACED = """
from microstructure_desktop.private_memory import keep_private
keep_private()
import os
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1]])
"""
WITH_QT = """
from microstructure_desktop.private_memory import keep_private
keep_private()
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
import os
print(os.path.samefile(QCoreApplication.applicationFilePath(), sys.executable))
"""


class Library:
    """Stands for a library of Windows: what it was asked."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *arguments: self.asked.append((name, *arguments))


def _run(script, *arguments):
    said = subprocess.run(
        [sys.executable, "-c", STATE + script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return said.stdout.splitlines()[-1].strip()


def test_that_no_core_file_is_written_and_that_no_other_program_reads_the_memory():
    assert _run(ASKED) == "1 True 0 (0, 0)"


@pytest.mark.parametrize("command", [(), ("animateur",), ("verify",)], ids=str)
def test_that_every_command_asks_for_it_before_anything_else(command):
    assert _run(COMMAND, *command) == "0 (0, 0)"


def test_that_the_process_that_takes_the_place_of_this_one_asks_again():
    """Linux forgets it at a replacement, which is why it is not said once for all."""
    probe = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert _run(REPLACED, probe) == "1"


def test_that_qt_finds_its_own_program_still():
    assert _run(WITH_QT) == "True"


@pytest.mark.parametrize(
    ("program", "excluded"),
    [
        ("", []),
        ("microstructure.exe", [("WerAddExcludedApplication", "microstructure.exe", False)]),
    ],
)
def test_that_windows_is_asked_for_no_report_of_our_own_program_alone(program, excluded):
    kernel, wer = Library(), Library()
    private_memory._leave_no_report(kernel, wer, program=program)
    assert kernel.asked == [("WerSetFlags", 1)]
    assert wer.asked == excluded


def test_that_python_itself_is_never_excluded_from_reports(monkeypatch):
    assert private_memory._own_program() == ""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "microstructure.exe")
    assert private_memory._own_program() == "microstructure.exe"
