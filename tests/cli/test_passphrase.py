"""A passphrase comes from a file or a prompt, never from an argument."""

import argparse

import pytest

from microstructure_desktop.cli import passphrase
from microstructure_desktop.cli.passphrase import NoAccount, NoCabinet, NoPassphrase
from microstructure_desktop.paths import Home


def options(**values):
    return argparse.Namespace(**{"compte": "", "passphrase_file": None, **values})


def test_that_the_first_line_of_the_file_is_the_passphrase(tmp_path):
    file = tmp_path / "phrase.txt"
    file.write_text("des mots accentués à la suite\nle reste\n", encoding="utf-8")
    assert passphrase.read(file) == "des mots accentués à la suite"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xff"])
def test_that_a_file_without_a_passphrase_is_refused(tmp_path, content):
    file = tmp_path / "phrase.txt"
    file.write_bytes(content)
    with pytest.raises(NoPassphrase):
        passphrase.read(file)


def test_that_a_missing_file_is_refused(tmp_path):
    with pytest.raises(NoPassphrase):
        passphrase.read(tmp_path / "absent.txt")


def test_that_nobody_is_asked_without_a_terminal():
    with pytest.raises(NoPassphrase):
        passphrase.read(None)


def test_that_a_folder_without_a_cabinet_is_said_so(tmp_path):
    with pytest.raises(NoCabinet):
        passphrase.open_office(options(), Home(tmp_path))


def test_that_an_unknown_account_is_said_so(team):
    with pytest.raises(NoAccount):
        passphrase.open_office(options(compte="inconnue"), team.home)


def test_that_no_command_takes_a_passphrase_as_an_argument():
    parser = argparse.ArgumentParser()
    passphrase.add_to(parser)
    flags = {flag for action in parser._actions for flag in action.option_strings}
    assert flags == {"-h", "--help", "--home", "--passphrase-file", "--compte"}
