"""A region's report is a record: a chapter needs no more than its title."""

from datetime import UTC, date, datetime

from microstructure_desktop.charts.model import Courbe, Point, Rangee, Unite
from microstructure_desktop.reports.printed_rapport import TableauImprime
from microstructure_desktop.reports.regional_imprime import (
    ChapitreRegional,
    GrilleImprimee,
    RapportRegional,
)

CURVE = Courbe(
    "Personnes vues",
    Unite("personne"),
    (date(2025, 1, 1), date(2025, 2, 1)),
    (Rangee("", (Point(12, note="1 structure sur 2"), Point(14))),),
)
CONTENU = RapportRegional(
    "OCC",
    "RAMIP",
    2025,
    "Tous les mois reçus : 1 structure sur 2.",
    (("24", "personnes"), ("10", "réunions")),
    (
        ChapitreRegional(
            "Partie reçue",
            ("Une phrase.",),
            grille=GrilleImprimee(
                ("janv.", "févr."), (("Cabinet des Lilas\nOCC-31-001", "R", "M"),), "R : reçu."
            ),
        ),
        ChapitreRegional("Partie personnes", graphiques=(CURVE,)),
        ChapitreRegional(
            "Partie actes",
            graphiques=(CURVE,),
            tableaux=(TableauImprime("Métier", ("Actes",), (("Psychologue", "162"),), "Note."),),
        ),
        ChapitreRegional("Partie mots", paires=(("Chiffre", "Sens"), ("Acte", "Ce qui se fait."))),
    ),
    datetime(2026, 1, 20, 9, 30, tzinfo=UTC),
)


def test_that_a_chapter_may_hold_nothing_else():
    bare = ChapitreRegional("Titre")
    assert (bare.phrases, bare.graphiques, bare.grille, bare.tableaux, bare.paires) == (
        (), (), None, (), (),
    )  # fmt: skip
