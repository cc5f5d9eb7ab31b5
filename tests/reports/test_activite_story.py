"""A theme never ends a page on its title, whatever its tables."""

from microstructure_desktop.reports.activite_imprimee import ThemeImprime
from microstructure_desktop.reports.printed_rapport import TableauImprime

from .reading import texts
from .test_activite import FEW, printed

LONG = TableauImprime(
    "Longue liste", FEW.colonnes, tuple((f"Ligne {n}", "1", "", "2") for n in range(44))
)


def test_that_a_table_goes_on_with_its_headings():
    """Whole on a page of its own: its headings are never left behind."""
    pages = texts(printed(LONG, LONG, graphiques=()))
    assert len(pages) > 2
    assert sum("Longue liste" in page for page in pages) == 2
    assert all("2026" in page for page in pages if "Ligne 7" in page)
    assert all(f"Ligne {n}" in "".join(pages) for n in range(44))


def test_that_definitions_come_last():
    last = texts(printed(FEW))[-1]
    assert last.index("Définitions") > last.index("Toutes")


def test_that_the_title_of_a_theme_goes_with_its_first_table():
    """Twenty rows, then a theme whose table does not fit under them."""
    first, second = (
        TableauImprime(name, FEW.colonnes, LONG.lignes[:30]) for name in ("Une", "Autre")
    )
    themes = (ThemeImprime("Qui vient", (), (first,)), ThemeImprime("Délais", (), (second,)))
    pages = texts(printed(themes=themes))
    assert [("Délais" in page, "Autre" in page) for page in pages[:2]] == [
        (False, False),
        (True, True),
    ]
