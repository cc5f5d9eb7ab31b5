"""A new passphrase is typed twice."""

import io

import pytest

from microstructure_desktop.cli import animateur_acces
from microstructure_desktop.cli.animateur_acces import NoRegister, NotTheSameTwice
from microstructure_desktop.cli.passphrase import NoPassphrase
from microstructure_desktop.paths import Home


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "expected"), [(["a", "a"], "a"), (["a", "b"], None)])
def test_that_a_new_passphrase_is_typed_twice(monkeypatch, typed, expected):
    asked = iter(typed)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(animateur_acces, "getpass", lambda _: next(asked))
    if expected is None:
        with pytest.raises(NotTheSameTwice):
            animateur_acces.chosen(None, "Phrase")
    else:
        assert animateur_acces.chosen(None, "Phrase") == expected


def test_that_nobody_to_ask_is_said(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(NoPassphrase):
        animateur_acces.chosen(None, "Phrase")


def test_that_nothing_is_created_by_looking(tmp_path):
    home = Home(tmp_path / "a")
    with pytest.raises(NoRegister), animateur_acces.opened(home):
        pass
    assert not home.root.exists()
