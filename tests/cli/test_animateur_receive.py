"""What became of a bundle, and of those that waited for it, is said line by line."""

import pytest
from PIL import Image

from microstructure_desktop.animateur.receive import Issue
from microstructure_desktop.animateur.register import Register, address
from microstructure_desktop.cli import main
from microstructure_desktop.cli.animateur_receive import _STATES, _lines
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.paths import Home
from tests.reports.scanned import printed, saved

from .animateur_cases import LAST, PHRASE, made


def test_that_what_was_taken_along_is_said_too():
    assert set(_STATES) == set(EtatAccuse)
    later = Issue(EtatAccuse.ACCEPTE, "b" * 64, "OCC-31-001", Mois(2026, 2))
    first = Issue(EtatAccuse.ACCEPTE, "a" * 64, "OCC-31-001", Mois(2026, 1), reprises=(later,))
    assert list(_lines("x.msma", first)) == [
        "reçu : OCC-31-001 2026-01 (x.msma)",
        "reçu : OCC-31-001 2026-02 (quarantaine)",
    ]


@pytest.fixture
def received(tmp_path):
    """A cabinet whose next month is sealed, and the command that receives paths."""
    region = made(tmp_path / "a")
    region.register = Register.open(address(Home(tmp_path / "a")))
    cabinet = region.cabinet("OCC-31-002", depuis=LAST)
    region.register.close()
    (tmp_path / "phrase").write_text(PHRASE, encoding="utf-8")
    home = ["--home", str(tmp_path / "a")]
    phrase = ["--passphrase-file", str(tmp_path / "phrase")]

    def run(*paths) -> int:
        return main([*home, "animateur", "receive", *map(str, paths), *phrase])

    return run, region.bundle(cabinet, LAST), cabinet


def test_that_scanned_pages_are_received_and_an_empty_one_is_told(received, tmp_path, capsys):
    run, month, cabinet = received
    pages = [tmp_path / "vide.png"]
    pages[0].write_bytes(saved(Image.new("L", (800, 1100), 255)))
    for rank, page in enumerate(printed(bundle.seal(month, cabinet.cle), month.id)):
        pages.append(tmp_path / f"page{rank}.png")
        pages[-1].write_bytes(saved(page))
    assert run(*pages) == 1
    said = capsys.readouterr().out
    assert f"reçu : OCC-31-002 {LAST} (papier_{month.id[:8]}.msma)" in said
    assert "illisible : vide.png\n    Aucun code d’un envoi" in said
    assert run(*pages[1:]) == 0
    assert "déjà reçu" in capsys.readouterr().out


def test_that_a_file_that_is_no_bundle_is_never_kept_and_spoils_no_other(
    received, tmp_path, capsys
):
    run, month, cabinet = received
    (tmp_path / "patients.xlsx").write_bytes(b"PK Alice Martin")
    (tmp_path / "sans-suffixe").write_bytes(bundle.seal(month, cabinet.cle))
    assert run(tmp_path / "patients.xlsx", tmp_path / "gone.msma", tmp_path / "sans-suffixe") == 1
    said = capsys.readouterr().out
    assert "illisible : patients.xlsx\n    Ce fichier n’est pas un paquet" in said
    assert "illisible : gone.msma" in said
    assert f"reçu : OCC-31-002 {LAST}" in said
    assert "1 paquet(s) lu(s), 0 refusé(s), 0 en quarantaine." in said
    kept = b"".join(p.read_bytes() for p in Home(tmp_path / "a").animateur.glob("registre.db*"))
    assert b"Alice Martin" not in kept
