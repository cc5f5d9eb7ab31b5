"""Tables of the report: every cell is there, figures end on the right, short ones stay whole."""

import pytest

from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.printed_rapport import TableauImprime
from microstructure_desktop.reports.rapport_tables import story
from microstructure_desktop.reports.raster import pages
from tests.reports.rapport_cases import ARGENT, VUS
from tests.reports.reading import framed, ink, plain, reader, texts, whole
from tests.reports.told import tables

SHEET = Sheet("Rapport", "gauche", "droite", ("un", "deux"))
WIDE = TableauImprime(
    "Un titre de tableau qui est vraiment très long pour sa colonne",
    ("Une colonne de mots", "Une autre", "Actes par personne, en moyenne", "Encore"),
    (("Une ligne bien longue à dire", "des mots " * 9, "encore des mots " * 5, "4,8", "12 sur 20"),)
    * 4,
)


def made(*found):
    return render(SHEET, lambda _running: [part for one in found for part in story(one)])


@pytest.mark.parametrize("tableau", [VUS, ARGENT, WIDE])
def test_that_nothing_leaves_the_page(tableau):
    assert all(framed(ink(page)) for page in pages(made(tableau), 50))


@pytest.mark.parametrize("tableau", [VUS, ARGENT, WIDE])
def test_that_every_cell_is_told_in_a_table(tableau):
    pdf = made(tableau)
    assert len(tables(reader(pdf))) == 1
    said = plain(whole(pdf)).replace(" ", "")
    for row in tableau.lignes:
        for cell in row:
            assert plain(cell).replace(" ", "") in said


def test_that_a_short_table_stays_on_one_page():
    found = texts(made(*(VUS,) * 20))
    assert len(found) > 1
    for page in found:
        assert page.count("File active") == page.count("Hors de ces parts")
