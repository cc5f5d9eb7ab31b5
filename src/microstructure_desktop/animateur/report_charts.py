"""Charts of the regional report, each figure beside how many structures are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.charts.model import Barres, Courbe, Point, Rangee, Unite
from microstructure_desktop.domain.periods import Mois

from . import report_sums
from .report_words import ACTEURS

if TYPE_CHECKING:
    from datetime import date

    from .annee import Annee
    from .totals import SommeForfaits, Totaux

_STRUCTURES, _PERSONNES, _ACTES = Unite("structure"), Unite("personne"), Unite("acte")
_REUNIONS = Unite("réunion")


def structures(annee: Annee) -> Courbe:
    """Those awaited and those received, month after month."""
    recues = tuple(Point(each.completude.recues) for each in annee.mois)
    attendues = tuple(Point(each.completude.attendues) for each in annee.mois)
    rows = (Rangee("Reçues", recues), Rangee("Attendues", attendues))
    return Courbe("Structures, mois par mois", _STRUCTURES, _months(annee), rows)


def file_active(annee: Annee) -> Courbe:
    """A structure that hides a small number is received, and its people are not in the sum."""
    points = tuple(
        Point(each.personnes, note=f"{each.completude.phrase}{_hidden(each)}")
        for each in annee.mois
    )
    titre = "Personnes vues, mois par mois"
    return Courbe(titre, _PERSONNES, _months(annee), (Rangee("", points),))


def reunions(annee: Annee) -> Courbe:
    points = tuple(
        Point(each.reunions if each.completude.recues else None, note=each.completude.phrase)
        for each in annee.mois
    )
    titre = "Réunions tenues, mois par mois"
    return Courbe(titre, _REUNIONS, _months(annee), (Rangee("", points),))


def actes(annee: Annee) -> Barres:
    """Acts of the year, one bar a profession."""
    found = report_sums.par_acteur(annee.total)
    return Barres(
        "Actes honorés, par métier",
        _ACTES,
        tuple(ACTEURS[acteur] for acteur in found),
        (Rangee("", tuple(Point(somme.actes) for somme in found.values())),),
        "Métier",
    )


def forfait(somme: SommeForfaits, titre: str) -> Barres:
    """Acts done beside those that the forfaits opened in the year pay for."""
    rows = report_sums.consommes(somme)
    faits = tuple(Point(row.faits) for row in rows)
    prevus = tuple(Point(row.prevus) for row in rows)
    return Barres(
        titre,
        _ACTES,
        tuple(ACTEURS[row.acteur] for row in rows),
        (Rangee("Faits", faits), Rangee("Payés par les forfaits ouverts", prevus)),
        "Métier",
    )


def _hidden(totaux: Totaux) -> str:
    return f", {totaux.masquees} sans nombre" if totaux.masquees else ""


def _months(annee: Annee) -> tuple[date, ...]:
    return tuple(Mois.lire(each.periode).premier for each in annee.mois)
