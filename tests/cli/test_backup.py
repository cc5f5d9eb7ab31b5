"""backup writes one verified file where it is told, and says why when it cannot."""

from microstructure_desktop.cli import main
from microstructure_desktop.services import supports


def backup(home, phrase, folder):
    options = ["--home", str(home.root), "--passphrase-file", str(phrase)]
    return main(["backup", "--sortie", str(folder), *options])


def test_that_a_verified_file_is_made(demo, capsys, tmp_path):
    assert backup(*demo, tmp_path) == 0
    (path,) = tmp_path.glob("*.msmabak")
    assert path.name.endswith("-exportee.msmabak")
    assert capsys.readouterr().out == f"{path}\u00a0: relue et vérifiée.\n"
    assert supports.known_mark(tmp_path).nom == tmp_path.name


def test_that_a_folder_that_is_not_there_is_said_and_not_made(demo, capsys, tmp_path):
    assert backup(*demo, tmp_path / "absent") == 1
    assert "Le support a été retiré" in capsys.readouterr().err
    assert not (tmp_path / "absent").exists()
