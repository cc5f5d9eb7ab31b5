"""update says what changes and who signed it, and writes nothing unless a folder is named."""

import pytest

from microstructure_desktop import __version__
from microstructure_desktop.cli import main
from tests.services.updates import ANNONCE, INSTALLER, flip, published, update


@pytest.fixture
def known(monkeypatch, tmp_path):
    published(monkeypatch, tmp_path)
    monkeypatch.setattr("sys.platform", "linux")


def test_that_what_changes_is_said_and_nothing_written(known, capsys, tmp_path):
    path = update(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main(["update", str(path)]) == 0
    said = capsys.readouterr().out
    assert f"Version installée\u00a0: {__version__}\n" in said
    assert "Version proposée\u00a0: 9.0.0, du 22/11/2026\n" in said
    assert "Signée par Mainteneurs de Microstructure, clé " in said
    assert "- Une fiche de plus.\n" in said
    assert sorted(tmp_path.iterdir()) == before


def test_that_the_verified_installer_is_written_where_told(known, capsys, tmp_path):
    out = tmp_path / "sortie"
    out.mkdir()
    assert main(["update", str(update(tmp_path)), "--sortie", str(out)]) == 0
    made = out / ANNONCE.installeur
    assert made.read_bytes() == INSTALLER
    said = capsys.readouterr().out
    assert f"{made}\u00a0: écrit, relu et vérifié.\n" in said
    assert f"sudo apt install {made}" in said


def test_that_an_altered_file_is_refused(known, capsys, tmp_path):
    path = update(tmp_path)
    flip(path, -1)
    assert main(["update", str(path), "--sortie", str(tmp_path)]) == 1
    assert "abîmée" in capsys.readouterr().err
    assert not (tmp_path / ANNONCE.installeur).exists()
