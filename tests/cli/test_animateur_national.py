"""Two regions hand their year over, and the national coordination puts them together."""

import pytest
from python_calamine import CalamineWorkbook

from microstructure_desktop.animateur import enrol, keys
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.register import Register, address
from microstructure_desktop.cli import main
from microstructure_desktop.cli.animateur_acces import keys_file
from microstructure_desktop.exchange import convention
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.paths import Home
from tests.animateur.cases import JOUR

from .animateur_cases import LAST, PHRASE, made

YEAR = LAST.plus(-1).annee


@pytest.fixture
def places(tmp_path):
    """A region with its year, and a national coordination with its convention."""
    region = made(tmp_path / "occ")
    (tmp_path / "occ.msma-conv").write_bytes(region.convention)
    (tmp_path / "phrase").write_text(f"{PHRASE}\n", encoding="utf-8")
    place = Home(tmp_path / "fra")
    place.animateur.mkdir(parents=True)
    cles = keys.create(keys_file(place), PHRASE, tmp_path / "fra.age", "celle qui dort au coffre")
    register = Register.open(address(place))
    octets = enrol.faire_convention(register, cles, Projet("FRA", "CNRMS", ""), JOUR)
    register.close()
    (tmp_path / "fra.msma-conv").write_bytes(octets)
    return tmp_path


def run(root, who, *words):
    phrase = ["--passphrase-file", str(root / "phrase")]
    return main(["--home", str(root / who), "animateur", *map(str, words), *phrase])


def heard(path):
    return fingerprint(convention.read(path.read_bytes()).cle)


def hand_over(root, empreinte):
    return run(
        root, "occ", "rollup", "--annee", YEAR, "--convention", root / "fra.msma-conv",
        "--empreinte", empreinte, "--sortie", root,
    )  # fmt: skip


def test_that_a_year_goes_from_a_region_to_a_workbook(places, capsys):
    assert hand_over(places, heard(places / "fra.msma-conv")) == 0
    assert "CNRMS (FRA), empreinte : " in capsys.readouterr().out
    (sent,) = places.glob("MSMA_OCC_*.msma")
    own = places / "occ.msma-conv"
    words = ("national", sent, "--convention", own, "--sortie", places / "n.xlsx")
    assert run(places, "fra", *words) == 1
    assert "Aucune des empreintes" in capsys.readouterr().err
    assert run(places, "fra", *words, "--empreinte", heard(own)) == 0
    assert f"OCC {YEAR} : " in capsys.readouterr().out
    rows = CalamineWorkbook.from_path(places / "n.xlsx").get_sheet_by_name("Régions").to_python()
    assert [row[:2] for row in rows[1:]] == [[YEAR, "OCC"], [YEAR, "Ensemble"]]
    assert run(places, "fra", *words, "--empreinte", heard(own)) == 1
    other = ("national", sent, "--convention", places / "fra.msma-conv")
    heard_other = ("--empreinte", heard(places / "fra.msma-conv"), "--sortie", places / "m.xlsx")
    assert run(places, "fra", *other, *heard_other) == 1
    assert "aucune des régions" in capsys.readouterr().err


def test_that_nothing_is_sealed_for_somebody_nobody_heard(places, capsys):
    assert hand_over(places, heard(places / "occ.msma-conv")) == 1
    assert "Aucune des empreintes" in capsys.readouterr().err
    assert not list(places.glob("*.msma"))


def test_that_a_file_that_is_not_there_is_said(places, capsys):
    assert run(
        places, "fra", "national", places / "x.msma", "--convention", places / "x.msma-conv",
        "--sortie", places / "n.xlsx",
    ) == 1  # fmt: skip
    assert "n’a pas pu être lu" in capsys.readouterr().err


@pytest.mark.parametrize("numero", ["0", "100", "deux"])
def test_that_a_sending_is_numbered_from_one(places, numero, capsys):
    with pytest.raises(SystemExit):
        run(
            places, "occ", "rollup", "--annee", YEAR, "--convention", "x", "--sortie", "y",
            "--numero", numero,
        )  # fmt: skip
    assert "n’est pas un numéro" in capsys.readouterr().err
