"""restore fills an empty folder, or keeps the cabinet that was there."""

import shutil

import pytest

from microstructure_desktop.cli import main
from microstructure_desktop.paths import Home
from tests.store.backups import own_file


@pytest.fixture
def made(demo, tmp_path):
    """A backup of the demonstration, and the file of its passphrase."""
    home, phrase = demo
    options = ["--home", str(home.root), "--passphrase-file", str(phrase)]
    assert main(["backup", "--sortie", str(tmp_path), *options]) == 0
    return next(tmp_path.glob("*.msmabak")), phrase


def restore(home, path, phrase, *more):
    options = ["--home", str(home.root), "--passphrase-file", str(phrase)]
    return main(["restore", str(path), *options, *more])


def test_that_an_empty_folder_becomes_the_cabinet(made, tmp_path, capsys):
    blank = Home(tmp_path / "neuf")
    capsys.readouterr()
    assert restore(blank, *made) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "Restauré et relu."
    assert len(said) == 4
    assert said[2].startswith("Si quelqu’un a quitté l’équipe depuis le ")
    options = ["--home", str(blank.root), "--passphrase-file", str(made[1])]
    assert main(["verify", *options]) == 0


def test_that_the_cabinet_in_place_is_kept(made, demo, capsys):
    home, _ = demo
    capsys.readouterr()
    account = ["--compte", "Dr"]
    assert restore(home, *made, *account) == 0
    assert "L’ancien cabinet est gardé dans" in capsys.readouterr().out
    (kept,) = home.root.glob("coffre.avant-restauration-*")
    assert (kept / "store.db").exists()


def test_that_the_forms_of_the_cabinet_come_back_and_are_told(made, demo, tmp_path, capsys):
    home, phrase = demo
    made[0].unlink()
    own_file(home, "id = 1")
    options = ["--home", str(home.root), "--passphrase-file", str(phrase), "--compte", "Dr"]
    assert main(["backup", "--sortie", str(tmp_path), *options]) == 0
    own_file(home, "id = 2")
    (path,) = tmp_path.glob("*.msmabak")
    assert main(["restore", str(path), *options]) == 0
    said = capsys.readouterr().out
    assert "1 fichier(s) de formulaires du cabinet." in said
    assert "sont gardés dans" in said
    assert (home.formulaires / "echelles" / "sommeil.toml").read_text() == "id = 1"


def test_that_a_wrong_secret_or_a_wrong_file_changes_nothing(made, tmp_path, capsys):
    path, phrase = made
    blank, wrong = Home(tmp_path / "neuf"), tmp_path / "autre.txt"
    wrong.write_text("0000-0000", encoding="utf-8")
    assert restore(blank, path, wrong) == 1
    assert "hrase de passe" in capsys.readouterr().err
    assert restore(blank, path, phrase, "--code-file", str(wrong)) == 1
    assert "code" in capsys.readouterr().err
    shutil.copy(wrong, tmp_path / "photo.msmabak")
    assert restore(blank, tmp_path / "photo.msmabak", phrase) == 1
    assert "n’est pas une sauvegarde" in capsys.readouterr().err
    assert not blank.coffre.exists()
