"""The page of a region says how to open everything, and what went wrong on purpose."""

from pathlib import Path

from microstructure_desktop.demo import lisezmoi
from microstructure_desktop.demo.cabinet import PASSPHRASE
from microstructure_desktop.demo.correspondance import Incidents
from microstructure_desktop.demo.poste import PHRASE, PHRASE_SAUVEGARDE
from microstructure_desktop.demo.region import Lieux, Temoin
from microstructure_desktop.domain.periods import Mois

from .conftest import ETENDUE

OCTOBRE = Mois(2026, 10)
TEMOINS = (
    Temoin("OCC-99-001", "Cabinet du Pin", Incidents(corrige=OCTOBRE, double=OCTOBRE), 6, 40, ()),
    Temoin("OCC-99-002", "Cabinet du Houx", Incidents(abime=OCTOBRE), 7, 41, ()),
    Temoin("OCC-99-003", "Cabinet du Buis", Incidents(muet=OCTOBRE), 8, 42, ()),
)


def page():
    return lisezmoi.texte(
        Lieux(Path("region")), ETENDUE, TEMOINS, lambda home: ["prog", "--home", home.root.name]
    )


def test_that_every_passphrase_and_every_command_is_there():
    lines = [line.strip() for line in page().splitlines()]
    assert "prog --home poste-animateur animateur" in lines
    assert "prog --home OCC-99-001" in lines
    assert any(line.startswith("prog --home poste-animateur animateur receive ") for line in lines)
    for phrase in (PASSPHRASE, PHRASE, PHRASE_SAUVEGARDE):
        assert sum(line.endswith(f": {phrase}") for line in lines) == 1
    assert "rapport/          rapport régional de 2026, en PDF et en tableur" in lines


def test_that_every_cabinet_is_named_and_every_trouble_told():
    text = page()
    assert "3 cabinets ont écrit 3 mois durant" in text
    for temoin in TEMOINS:
        assert lisezmoi.ligne(temoin) in text
    assert lisezmoi.ligne(TEMOINS[1]) == "OCC-99-002  Cabinet du Houx : 7 personnes, 41 séances"
    told = [said for temoin in TEMOINS for said in lisezmoi.incidents(temoin)]
    assert len(told) == 4
    assert all(said in text for said in told)
    assert told[3] == "OCC-99-003 n’envoie plus rien depuis 2026-10."


def test_that_a_cabinet_without_trouble_says_nothing():
    assert lisezmoi.incidents(Temoin("OCC-99-004", "Cabinet", Incidents(), 6, 40, ())) == []
