"""Two passphrases, neither of them an argument."""

import pytest

from microstructure_desktop.cli import main


def test_that_no_passphrase_is_an_argument(capsys):
    for action in ("init", "renouveler", "restaurer"):
        with pytest.raises(SystemExit, match="0"):
            main(["animateur", action, "--help"])
        options = capsys.readouterr().out
        assert "--passphrase-sauvegarde-file" in options
        assert "--passphrase " not in options


def test_that_both_passphrases_must_differ(tmp_path, capsys):
    phrase = tmp_path / "phrase"
    phrase.write_text("la phrase de chaque jour\n", encoding="utf-8")
    code = main(
        ["--home", str(tmp_path / "a"), "animateur", "init", "--sauvegarde", str(tmp_path / "s"),
         "--passphrase-file", str(phrase), "--passphrase-sauvegarde-file", str(phrase)]
    )  # fmt: skip
    assert code == 1
    assert "même phrase" in capsys.readouterr().err
    assert not (tmp_path / "s").exists()
