"""« Mon parcours » as a file: no name in it but on the page, letters that always print."""

from dataclasses import replace
from decimal import Decimal

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.parcours import parcours
from tests.reports.parcours_cases import contenu, serie
from tests.reports.reading import fonts, ink, reader


def test_that_the_file_names_nobody():
    pdf = reader(parcours(contenu()))
    assert pdf.metadata.title == "Mon parcours"
    assert "Sophie" not in str(pdf.metadata)
    assert not pdf.metadata.author


def test_that_letters_are_embedded_and_a_curve_is_drawn():
    with_curve, without = (parcours(contenu(changements=c)) for c in ((serie(),), ()))
    assert all(fonts(with_curve).values())
    right = {place for place in _ink(with_curve) if place[0] > 70} - _ink(without)
    assert len(right) > 20


def test_that_words_have_no_curve():
    levels = ((Decimal(9), "Bas"), (Decimal(24), "Haut"))
    first, last = serie().mesures
    said = serie(mesures=(replace(first, libelle="Haut"), replace(last, libelle="Bas")))
    told = parcours(contenu(changements=(replace(said, niveaux=levels),)))
    place = {(x, y) for x, y in _ink(told) if x > 70 and 25 < y < 35}
    assert place == set()
    assert {(x, y) for x, y in _ink(parcours(contenu())) if x > 70 and 25 < y < 35}


def test_that_the_same_content_gives_the_same_bytes():
    assert parcours(contenu()) == parcours(contenu())


def _ink(pdf: bytes) -> set[tuple[int, int]]:
    (page,) = raster.pages(pdf, 72)
    return ink(page)
