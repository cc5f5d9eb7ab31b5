"""A theme never ends a page on its title, whatever its tables."""

from microstructure_desktop.reports.activite_imprimee import TableauImprime

from .reading import texts
from .test_activite import FEW, printed

LONG = TableauImprime(
    "Longue liste", FEW.colonnes, tuple((f"Ligne {n}", "1", "", "2") for n in range(44))
)


def test_that_a_table_goes_on_with_its_headings():
    pages = texts(printed(LONG, LONG, graphiques=()))
    assert len(pages) > 2
    assert all(f"Ligne {n}" in "".join(pages) for n in range(44))


def test_that_definitions_come_last():
    last = texts(printed(FEW))[-1]
    assert last.index("Définitions") > last.index("Toutes")
