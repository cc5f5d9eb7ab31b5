"""The publisher's key is made outside the project, and signs what CHANGELOG.md says."""

import hashlib
import json
import sys
from datetime import date
from pathlib import Path

import pytest

import dev
from microstructure_desktop import __version__
from microstructure_desktop.exchange import update_file
from microstructure_desktop.store import migrations

ROOT = Path(dev.__file__).parent
sys.path.insert(0, str(ROOT / "packaging"))

import contenu  # noqa: E402
import update  # noqa: E402

DEB = f"microstructure-desktop_{__version__}_amd64.deb"
TEXT = """# Ce qui change

## 1.1.0 – en préparation

Une phrase qui n’est pas un changement.

- Un « mot » : deux lignes
  qui se suivent ; et la fin !
- Un autre.

## 1.1 – autre

- Rien.

## 1.0.0 – 2026

- Avant.
"""


@pytest.fixture(autouse=True)
def _made_of(monkeypatch):
    """A checkout may have no git."""
    monkeypatch.setattr(update, "commit", lambda: contenu.Commit("0" * 40, 1_795_343_044))


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """The folder of a key, and its passphrase file."""
    folder = tmp_path_factory.mktemp("clé")
    phrase = folder / "phrase.txt"
    phrase.write_text("une phrase pour essayer\n", encoding="utf-8")
    made = ["nouvelle-cle", str(folder), "--nom", "Mainteneurs", "--phrase", str(phrase)]
    assert update.main(made) == 0
    with pytest.raises(FileExistsError):
        update.main(made)
    return folder, phrase


def test_that_the_secret_half_is_locked_and_for_its_owner_alone(key):
    folder, _ = key
    private = folder / "editeur.cle"
    assert private.stat().st_mode & 0o077 == 0
    assert json.loads((folder / "editeur.json").read_text())["nom"] == "Mainteneurs"
    assert private.read_bytes().startswith(b"msma-cles-v1\n")


def test_that_a_key_is_never_made_in_the_project():
    with pytest.raises(SystemExit):
        update.main(["nouvelle-cle", str(ROOT / "build" / "cle"), "--nom", "x"])
    assert not (ROOT / "build" / "cle").exists()


def test_that_an_installer_is_signed_with_what_it_changes(key, tmp_path):
    folder, phrase = key
    installer = tmp_path / DEB
    installer.write_bytes(b"paquet" * 400)
    signing = ["signer", "--cle", str(folder / "editeur.cle"), "--phrase", str(phrase)]
    assert update.main([*signing, str(installer)]) == 0
    public = json.loads((folder / "editeur.json").read_text())["cle"]
    pieces = []
    made = tmp_path / f"microstructure-{__version__}-debian.msmamaj"
    said = update_file.read(made, public, pieces.append)
    assert b"".join(pieces) == installer.read_bytes()
    assert str(said.version) == __version__
    assert said.schema == migrations.CURRENT
    assert said.date == date(2026, 11, 22)
    assert said.sha256 == hashlib.sha256(installer.read_bytes()).hexdigest()
    assert said.changements


def test_that_an_installer_of_another_version_is_not_signed(tmp_path):
    other = tmp_path / "microstructure-desktop_0.0.1_amd64.deb"
    other.write_bytes(b"x")
    with pytest.raises(SystemExit, match=DEB):
        update.announced(other)


def test_that_changes_are_those_of_the_version_alone():
    assert update.changes(TEXT, "1.1.0") == (
        "Un «\u00a0mot\u00a0»\u00a0: deux lignes qui se suivent\u00a0; et la fin\u00a0!",
        "Un autre.",
    )
    assert update.changes(TEXT, "1.0.0") == ("Avant.",)
    with pytest.raises(SystemExit):
        update.changes(TEXT, "2.0.0")


def test_that_a_package_carries_the_public_key_alone(key, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv(update.VARIABLE, raising=False)
    update.place(tmp_path)
    assert "aucune clé" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv(update.VARIABLE, str(key[0] / "editeur.json"))
    update.place(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["editeur.json"]


@pytest.mark.parametrize("said", [{"nom": "x", "cle": "ab"}, {"nom": "x", "cle": "z" * 64}, {}])
def test_that_a_key_that_is_none_stops_the_build(tmp_path, monkeypatch, said):
    path = tmp_path / "editeur.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    monkeypatch.setenv(update.VARIABLE, str(path))
    with pytest.raises(SystemExit):
        update.publisher()


def test_that_both_packages_ask_for_it():
    spec = (ROOT / "packaging/linux/pyinstaller.spec").read_text(encoding="utf-8")
    folder = (ROOT / "packaging/windows/folder.py").read_text(encoding="utf-8")
    assert "update.publisher()" in spec
    assert "update.place(" in folder


def test_that_dev_hands_the_rest_of_the_line_over():
    assert dev.asked(["update", "signer", "x.deb"]) == (["update"], ["signer", "x.deb"])
    assert dev.asked(["linux", "smoke"]) == (["linux", "smoke"], [])
    assert dev.asked([]) == (["linux", "windows", "guide"], [])
