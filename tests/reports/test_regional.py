"""The region's report as a file: the same bytes again, its foot on every page."""

from microstructure_desktop.reports.regional import regional, titre
from tests.reports.reading import fonts, plain, reader, texts
from tests.reports.test_regional_imprime import CONTENU


def test_that_the_same_content_gives_the_same_bytes():
    assert regional(CONTENU) == regional(CONTENU)


def test_that_each_page_carries_its_foot_and_number():
    pages = list(map(plain, texts(regional(CONTENU))))
    for number, page in enumerate(pages, 1):
        assert "Tous les mois reçus : 1 structure sur 2." in page
        assert f"Page {number}/{len(pages)}" in page


def test_that_a_reader_knows_its_title_and_language():
    read = reader(regional(CONTENU))
    assert read.metadata.title == titre(CONTENU) == "Rapport régional 2025, OCC"
    assert read.trailer["/Root"]["/Lang"] == "fr-FR"
    assert all(fonts(regional(CONTENU)).values())
