"""The annual report of a region, as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.reports.regional import RapportRegional, regional

from . import report_sums
from .report_chapters import chapitres
from .report_words import completude

if TYPE_CHECKING:
    from datetime import datetime

    from .annee import Annee


def rapport(annee: Annee, edite_le: datetime) -> bytes:
    """The same register on the same day gives the same bytes."""
    return regional(imprime(annee, edite_le))


def imprime(annee: Annee, edite_le: datetime) -> RapportRegional:
    convention = annee.convention
    return RapportRegional(
        convention.region,
        convention.animateur,
        annee.numero,
        completude(annee),
        _cles(annee),
        chapitres(annee),
        edite_le,
    )


def _cles(annee: Annee) -> tuple[tuple[str, str], ...]:
    total = annee.total
    return (
        (
            f"{total.completude.recues}/{total.completude.attendues}",
            "structures dont l’année est entière",
        ),
        (_people(total.personnes), "personnes vues"),
        (french.number(report_sums.nombre(report_sums.honores(total))), "actes honorés"),
        (french.number(sum(each.ouverts for each in total.forfaits)), "forfaits ouverts"),
        (french.number(total.reunions), "réunions tenues"),
    )


def _people(number: int | None) -> str:
    return "—" if number is None else french.number(number)
