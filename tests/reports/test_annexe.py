"""The annex is a document like the others: told aloud, within its margins, stable."""

from dataclasses import replace

from microstructure_desktop.reports.annexe import annexe
from microstructure_desktop.reports.printed_rapport import TableauImprime
from microstructure_desktop.reports.raster import pages
from tests.reports import told
from tests.reports.reading import fonts, framed, ink, reader
from tests.reports.test_annexe_story import CONTENU

LONG = replace(
    CONTENU,
    tableaux=tuple(
        TableauImprime(
            f"Table {n}", ("Nombre",), tuple((f"Ligne {i} " * 8, "12") for i in range(30))
        )
        for n in range(3)
    ),
)


def test_that_it_is_told_aloud_and_stands_within_its_margins():
    for contenu in (CONTENU, LONG):
        made = annexe(contenu)
        assert all(framed(ink(page)) for page in pages(made, 50))
        assert told.all_told(made)
        assert all(fonts(made).values())
    assert reader(annexe(CONTENU)).metadata.title == "Ce qui part, octobre 2026"


def test_that_the_same_content_gives_the_same_bytes():
    assert annexe(CONTENU) == annexe(CONTENU)
