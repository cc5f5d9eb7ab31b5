"""Checking definitions from the command line."""

from microstructure_desktop.cli import main
from microstructure_desktop.services.known_definitions import known
from tests.forms.samples import one_item

DETA = next(scale for scale in known().scales if scale.id == "deta")


def test_that_a_sound_file_has_nothing_to_correct(tmp_path, capsys):
    path = tmp_path / "fiche.toml"
    path.write_text(one_item(), encoding="utf-8")
    assert main(["forms", "check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path}\u00a0: rien à corriger",
        "  fiche essai, version 1\u00a0: 1\u00a0question, 1\u00a0rubrique",
    ]


def test_that_faults_are_said_and_the_exit_code_too(tmp_path, capsys):
    (tmp_path / "a.toml").write_text(one_item(), encoding="utf-8")
    (tmp_path / "b.toml").write_text(one_item("zut = 1", "zot = 1"), encoding="utf-8")
    assert main(["forms", "check", str(tmp_path)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[2:] == [
        f"{tmp_path / 'b.toml'}\u00a0: 2\u00a0fautes",
        "  ligne 16, q\u00a0: clé inconnue «\u00a0zut\u00a0»",
        "  ligne 17, q\u00a0: clé inconnue «\u00a0zot\u00a0»",
    ]


def test_that_what_may_surprise_is_said_and_is_no_fault(tmp_path, capsys):
    path = tmp_path / "deta.toml"
    path.write_text(f"# relu\n{DETA.source}", encoding="utf-8")
    assert main(["forms", "check", str(path)]) == 0
    assert "  à regarder\u00a0: ligne" in capsys.readouterr().out


def test_that_a_missing_file_is_a_fault_and_no_cabinet_is_needed(tmp_path, capsys):
    home = tmp_path / "cabinet"
    assert main(["--home", str(home), "forms", "check", str(tmp_path / "absent.toml")]) == 1
    assert "aucun fichier" in capsys.readouterr().out
    assert not home.exists()
