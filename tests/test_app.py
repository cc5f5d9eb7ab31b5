"""The composition root: a real process opens its window, and locking replaces the process."""

import os
import subprocess
import sys

import pytest

from microstructure_desktop import __version__, app
from microstructure_desktop.paths import Home

PROBE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from microstructure_desktop import app
from microstructure_desktop.paths import Home

def quit_now():
    print([type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()])
    QApplication.instance().quit()

from microstructure_desktop.ui import desktop
start = desktop.Desktop.start
def started(self, *arguments):
    start(self, *arguments)
    QTimer.singleShot(50, quit_now)
desktop.Desktop.start = started
sys.exit(app.run(Home(Path(sys.argv[1]))))
"""
ANIMATOR_PROBE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from microstructure_desktop.cli import main
from microstructure_desktop.ui.animateur import desktop

def quit_now():
    print([type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()])
    QApplication.instance().quit()

start = desktop.Desktop.start
def started(self):
    start(self)
    QTimer.singleShot(50, quit_now)
desktop.Desktop.start = started
sys.exit(main(["--home", sys.argv[1], "animateur"]))
"""


def offscreen():
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def test_that_the_window_opens_and_the_process_ends_quietly(tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", PROBE, str(tmp_path / "cabinet")],
        capture_output=True,
        text=True,
        check=False,
        env=offscreen(),
    )
    assert said.returncode == 0
    assert said.stdout.strip() == "['FirstStart']"
    assert "Traceback" not in said.stderr


def test_that_the_animator_has_a_window_of_her_own(tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", ANIMATOR_PROBE, str(tmp_path / "region")],
        capture_output=True,
        text=True,
        check=False,
        env=offscreen(),
    )
    assert (said.returncode, said.stdout.strip()) == (0, "['FirstStart']")
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("restart", "more"), [("restart", ""), ("restart_animateur", " animateur")]
)
def test_that_locking_replaces_the_process_by_one_that_holds_nothing(tmp_path, restart, more):
    script = (
        "import sys; from pathlib import Path; from microstructure_desktop import app;"
        "from microstructure_desktop.paths import Home;"
        "sys.executable = sys.argv[1]; secret = 'x' * 10;"
        f"app.{restart}(Home(Path(sys.argv[2])))"
    )
    echo = tmp_path / "echo"
    echo.write_text('#!/bin/sh\necho "$@"\n')
    echo.chmod(0o755)
    home = Home(tmp_path / "un dossier")
    said = subprocess.run(
        [sys.executable, "-c", script, str(echo), str(home.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == f"-m microstructure_desktop --home {home.root}{more}"


def test_that_the_command_said_to_open_a_cabinet_exists_from_any_folder(tmp_path):
    command = app.command_line(Home(tmp_path / "cabinet"))
    assert command[-2:] == ["--home", str(tmp_path / "cabinet")]
    said = subprocess.run(
        [*command, "--version"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert said.stdout.strip() == __version__


def test_that_what_passes_through_a_file_passes_through_memory(tmp_path, monkeypatch):
    memory = tmp_path / "execution"
    memory.mkdir()
    monkeypatch.setenv("TMPDIR", "before")
    for said in ("", "relative", str(tmp_path / "absent")):
        monkeypatch.setenv("XDG_RUNTIME_DIR", said)
        app._pass_through_memory()
        assert os.environ["TMPDIR"] == "before"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    app._pass_through_memory()
    assert os.environ["TMPDIR"] == str(memory)


def test_that_dialogs_of_files_are_never_asked_of_a_portal(monkeypatch):
    monkeypatch.setenv("QT_NO_XDG_DESKTOP_PORTAL", "0")
    for theme, kept in (("xdgdesktopportal", None), ("gtk3", "gtk3")):
        monkeypatch.setenv("QT_QPA_PLATFORMTHEME", theme)
        app._do_without_portals()
        assert os.environ["QT_NO_XDG_DESKTOP_PORTAL"] == "1"
        assert os.environ.get("QT_QPA_PLATFORMTHEME") == kept
