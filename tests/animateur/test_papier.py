"""Scanned pages give back the bundles printed on them, however they were scanned."""

import pytest

from microstructure_desktop.animateur import papier
from microstructure_desktop.animateur.errors import NotABundle
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.paper import Genre
from microstructure_desktop.reports.papier import papier as sheets
from tests.reports.scanned import printed, saved, sealed, sheet

MONTH = sealed(5_000)
"""Five codes, of which the first page has four."""


@pytest.fixture(scope="module")
def scans(tmp_path_factory):
    """Each page in a file of its own."""
    folder = tmp_path_factory.mktemp("scans")
    made = []
    for rank, page in enumerate(printed(MONTH)):
        path = folder / f"page{rank}.png"
        path.write_bytes(saved(page))
        made.append(path)
    return made


def test_that_pages_in_several_files_make_one_bundle(scans):
    [found], missing = papier.read(reversed(scans))
    assert (found.octets, found.canal, missing) == (MONTH, TypeCanal.PAPIER, ())
    assert found.nom.endswith(".msma")


def test_that_a_page_left_out_is_told_by_its_codes(scans):
    found, [missing] = papier.read(scans[:1])
    assert found == ()
    assert missing.erreur.sentence == "Il manque le code 5 sur 5."


def test_that_what_is_no_scan_or_has_no_code_is_named(scans, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"rien")
    (tmp_path / "y.png").write_bytes(scans[0].read_bytes()[:100])
    gone = tmp_path / "z.png"
    found, missing = papier.read([*scans, tmp_path / "x.pdf", tmp_path / "y.png", gone])
    assert len(found) == 1
    assert [each.nom for each in missing] == ["x.pdf", "y.png", "z.png"]
    assert all(isinstance(each.erreur, AppError) for each in missing)


def test_that_a_receipt_on_paper_is_no_bundle(tmp_path):
    path = tmp_path / "accuse.pdf"
    path.write_bytes(sheets(sheet(sealed(400), genre=Genre.ACCUSE)))
    found, [missing] = papier.read([path])
    assert (found, type(missing.erreur)) == ((), NotABundle)


def test_that_a_scan_is_known_by_its_name(tmp_path):
    assert papier.is_scan(tmp_path / "A.PDF")
    assert not papier.is_scan(tmp_path / "a.msma")
