"""The pages of activity are made in memory, the same each time, and say they stay inside."""

from microstructure_desktop.charts.model import Barres, Point, Rangee, Unite
from microstructure_desktop.reports.activite import activite
from microstructure_desktop.reports.activite_imprimee import (
    ActiviteImprimee,
    ThemeImprime,
)
from microstructure_desktop.reports.printed_rapport import TableauImprime
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, whole

BARS = Barres("Actes par métier", Unite("acte"), ("A", "B"), (Rangee("", (Point(1), Point(2))),))
FEW = TableauImprime("Sorties", ("2026", "", "2025"), (("Toutes", "2 sur 9", "1 NR", "4"),))
MANY = TableauImprime("Actes", tuple("abcdefg"), (("Psychologue", *"1234567"),))


def printed(*tables, graphiques=(BARS,), themes=()) -> bytes:
    shown = themes or (ThemeImprime("Qui vient", graphiques, tables),)
    return activite(
        ActiviteImprimee(
            cases.CABINET,
            "Octobre 2026",
            ("Mois clos.",),
            shown,
            (("Sorties", "Suivis terminés."),),
            make.NOW,
        )
    )


def test_that_the_same_content_gives_the_same_bytes():
    assert printed(FEW) == printed(FEW)


def test_that_charts_tables_and_definitions_are_there():
    said = plain(whole(printed(FEW, MANY)))
    for part in (
        "Cabinet médical des Oliviers",
        "Octobre 2026",
        "Mois clos.",
        "Qui vient",
        "Actes par métier",
        "Toutes 2026 2 sur 9 1 NR 2025 4",
        "Psychologue a 1 b 2 c 3 d 4 e 5 f 6 g 7",
        "Définitions",
        "Suivis terminés.",
        "Chiffres exacts : interne au cabinet",
    ):
        assert part in said
