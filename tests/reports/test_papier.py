"""A sheet of codes is a document like the others: told aloud, within its margins, stable."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from microstructure_desktop.exchange.paper import Genre
from microstructure_desktop.reports.papier import papier
from microstructure_desktop.reports.raster import pages
from tests.reports import told
from tests.reports.reading import fonts, framed, ink, plain, reader, texts
from tests.reports.scanned import sealed, sheet


def test_that_the_same_content_gives_the_same_bytes():
    contenu = sheet(sealed(3_000))
    assert papier(contenu) == papier(contenu)


def test_that_its_metadata_say_what_it_is_and_nothing_more():
    about = PdfReader(BytesIO(papier(sheet(b"abc")))).metadata
    assert about.title == "Activité du mois, sur papier"
    assert "OCC" not in str(dict(about))
    assert "Cabinet" not in str(dict(about))


def test_that_every_page_says_whose_which_and_what():
    first, second = map(plain, texts(papier(sheet(sealed(5_000)))))
    for page in (first, second):
        assert "Cabinet du Pré-Vert · OCC-31-007" in page
        assert "mars 2026 · envoi 3a3a3a3a" in page
        assert "Chiffres scellés : seul l’animateur régional peut les lire." in page
    assert ("Page 1/2" in first, "Page 2/2" in second) == (True, True)
    assert ("Code 4 sur 5" in first, "Code 5 sur 5" in second) == (True, True)


@pytest.mark.parametrize(
    ("size", "count"), [(4_376, 1), (4_377, 2), pytest.param(10_940, 2, marks=pytest.mark.long)]
)
def test_how_many_pages_it_takes(size, count):
    """Four codes under the heading, six on each page after."""
    assert len(texts(papier(sheet(sealed(size))))) == count


def test_that_nothing_leaves_the_page_and_no_picture_is_in_it():
    pdf = papier(sheet(sealed(5_000)))
    assert all(framed(ink(page)) for page in pages(pdf, 50))
    assert all(fonts(pdf).values())
    assert not any(page.images for page in reader(pdf).pages)


def test_that_each_code_is_told_by_its_number():
    pdf = papier(sheet(sealed(5_000)))
    figures = [part["/Alt"] for part in told.tree(reader(pdf)) if part["/S"] == "/Figure"]
    assert figures == [f"Code {rank} sur 5" for rank in range(1, 6)]
    assert told.all_told(pdf)


def test_that_a_receipt_is_one_page_of_its_own_words():
    pdf = papier(sheet(sealed(383), genre=Genre.ACCUSE))
    (said,) = map(plain, texts(pdf))
    assert PdfReader(BytesIO(pdf)).metadata.title == "Accusé de réception, sur papier"
    assert "signé par l’animateur régional" in said
    assert "scellé" not in said
