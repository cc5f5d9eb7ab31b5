"""The program itself: version, help, and never a traceback."""

import os
import subprocess
import sys

import pytest

from microstructure_desktop import __version__, app, assets, cli
from microstructure_desktop.cli import main


def test_that_the_module_and_its_version_answer():
    said = subprocess.run(
        [sys.executable, "-m", "microstructure_desktop", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == __version__


def test_that_help_names_every_command_and_every_exit_code(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    for word in ("demo", "documents", "forms", "share", "verify", "codes de sortie", " 3 ", "70"):
        assert word in said


@pytest.mark.parametrize("name", ["MSMA_X.msma", "a b/Copie.MSMABAK"])
def test_that_a_double_click_on_a_file_of_ours_only_opens_the_window(name, monkeypatch):
    opened = []
    monkeypatch.setattr(cli, "_window", lambda place, file: opened.append(file) or 0)
    assert main([name]) == 0
    assert opened == [name]


def test_that_a_backup_or_an_update_is_handed_over_and_an_export_is_not(monkeypatch, tmp_path):
    handed = []
    monkeypatch.setattr(app, "run", lambda _home, **files: handed.append(files) or 0)
    monkeypatch.chdir(tmp_path)
    for name in ("copie.MSMABAK", "2026-10.msma", "neuf.msmamaj"):
        assert main([name]) == 0
    assert main([]) == 0
    assert handed == [
        {"backup": tmp_path / "copie.MSMABAK", "update": None},
        {"backup": None, "update": None},
        {"backup": None, "update": tmp_path / "neuf.msmamaj"},
        {"backup": None, "update": None},
    ]


@pytest.mark.parametrize("arguments", [["a.pdf"], ["a.msma-ack"], ["a.msma", "b.msma"]])
def test_that_another_file_is_no_command(arguments, monkeypatch):
    monkeypatch.setattr(cli, "_window", lambda _place, _file: pytest.fail("the window opened"))
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2


def test_that_a_failure_nobody_foresaw_leaves_a_sentence_and_its_place(
    tmp_path, capsys, monkeypatch
):
    def broken(_place, _file):
        raise ZeroDivisionError("Élodie Canari")

    monkeypatch.setattr(cli, "_window", broken)
    assert main(["--home", str(tmp_path)]) == 70
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "Canari" not in said
    written = (tmp_path / "journaux" / "microstructure.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError at" in written
    assert "Canari" not in written


def test_that_a_reader_who_has_had_enough_is_no_failure(tmp_path):
    command = [sys.executable, "-m", "microstructure_desktop", "--home", str(tmp_path)]
    lists = sorted(str(path) for path in assets.root().joinpath("listes").glob("*.toml"))
    with subprocess.Popen(
        [*command, "forms", "check", *lists],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
