"""Follow-ups to hand over: measures, goals, and a page made of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from microstructure_desktop.domain.trajectoire import Mesure, Serie
from microstructure_desktop.reports.parcours import Objectif, ParcoursImprime
from tests.factories import a_rendez_vous
from tests.reports import cases

LONG = "Je veux dormir mieux et retrouver du temps pour mes enfants et pour la musique. " * 12


def serie(rank: int = 0, **changes) -> Serie:
    """Two scores of AUDIT, the last one `rank` days before the second of October."""
    mesures = tuple(
        Mesure(jour, Decimal(value), f"{value} sur\xa040", "AUDIT", "Dr Exemple")
        for jour, value in (
            (date(2026, 3, 3), 24),
            (date(2026, 10, 2) - timedelta(days=rank), 9),
        )
    )
    base = {
        "cle": f"audit/{rank}",
        "titre": "AUDIT",
        "famille": "Échelles",
        "bas": Decimal(0),
        "haut": Decimal(40),
        "mesures": mesures,
        "echelle": "audit",
        "score": "total",
        "principal": True,
    }
    return Serie(**{**base, **changes})


def question(rank: int) -> Serie:
    return serie(
        rank, titre=f"Question numéro {rank}", echelle="", item=f"q{rank}", principal=False
    )


def contenu(**changes) -> ParcoursImprime:
    base = ParcoursImprime(
        cases.CABINET,
        "Sophie",
        "0027",
        date(2026, 3, 3),
        ((cases.MEMBRES[cases.PSY], 4), (cases.MEMBRES[cases.MG], 1)),
        (serie(),),
        "Ma sœur, la marche.",
        (Objectif("Boire moins", "En cours"),),
        (a_rendez_vous(jour=date(2026, 11, 24), heure=time(9, 15)), cases.MEMBRES[cases.PSY]),
        datetime(2026, 11, 19, 13, 30, tzinfo=UTC),
    )
    return replace(base, **changes)
