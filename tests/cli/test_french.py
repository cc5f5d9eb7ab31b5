"""Help and refusals are in French."""

import pytest

from microstructure_desktop.cli.french import Parser


@pytest.fixture
def parser():
    made = Parser(prog="outil")
    made.add_argument("--mois", required=True)
    made.add_argument("--genre", choices=("a", "b"))
    made.add_argument("--rang", type=int)
    return made


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "il manque : --mois"),
        (["--mois"], "--mois : il manque la valeur"),
        (["--mois", "x", "--autre"], "arguments inconnus : --autre"),
        (["--mois", "x", "--genre", "c"], "--genre : « c » n’est pas connu"),
        (["--mois", "x", "--rang", "z"], "--rang : « z » n’est pas un nombre"),
    ],
)
def test_that_a_refusal_says_what_is_wrong(parser, capsys, arguments, sentence):
    with pytest.raises(SystemExit) as left:
        parser.parse_args(arguments)
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert sentence in said
    assert said.startswith("utilisation : outil")


def test_that_help_has_no_english_heading(parser, capsys):
    with pytest.raises(SystemExit) as left:
        parser.parse_args(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert "usage" not in said
    assert "show this" not in said
    assert "afficher cette aide" in said
