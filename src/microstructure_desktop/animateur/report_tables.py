"""Tables of the regional report: figures in words, with how many structures are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Modalite
from microstructure_desktop.french import NBSP
from microstructure_desktop.reports.printed_rapport import TableauImprime
from microstructure_desktop.reports.regional import GrilleImprimee

from . import report_sums
from .report_words import ACTES, ACTEURS, LEGENDE, MODALITES, signe

if TYPE_CHECKING:
    from .annee import Annee
    from .model import Structure
    from .totals import SommeForfaits, Totaux

_NONE = "—"
_TOGETHER = 20


def recus(annee: Annee) -> GrilleImprimee:
    """Structures by months, a sign in each."""
    return GrilleImprimee(
        tuple(french.SHORT_MONTHS[mois.numero - 1] for mois in annee.tableau.mois),
        tuple(
            (f"{row.structure.nom}\n{row.structure.id}", *map(signe, row.cases))
            for row in annee.tableau.lignes
        ),
        LEGENDE,
    )


def metiers(annee: Annee) -> TableauImprime:
    found = report_sums.par_acteur(annee.total)
    rows = [
        (ACTEURS[acteur], *_counts(somme.actes, somme.minutes, somme.manques))
        for acteur, somme in found.items()
    ]
    done = report_sums.honores(annee.total)
    missed = sum(somme.manques for somme in found.values())
    whole = _counts(report_sums.nombre(done), report_sums.minutes(done), missed)
    return TableauImprime(
        "Métier",
        ("Actes honorés", "Temps", "Rendez-vous non honorés"),
        (*rows, ("Ensemble", *whole)),
        _sur(annee.total),
    )


def _counts(actes: int, minutes: int, manques: int) -> tuple[str, str, str]:
    return french.number(actes), hours(minutes), french.number(manques)


def natures(annee: Annee) -> TableauImprime:
    rows = [
        (ACTES[nature], *(french.number(by[m]) for m in Modalite), french.number(sum(by.values())))
        for nature, by in report_sums.par_nature(annee.total).items()
    ]
    heads = (*(MODALITES[m] for m in Modalite), "Ensemble")
    return TableauImprime("Actes honorés", heads, tuple(rows), _sur(annee.total))


def reunions(annee: Annee) -> TableauImprime:
    rows = [
        (
            _month(t),
            french.number(t.reunions),
            french.number(t.participants),
            _formations(t),
            _of(t),
        )
        for t in annee.mois
    ]
    heads = ("Réunions", "Participants", "Formations suivies", "Structures")
    return TableauImprime("Mois", heads, tuple(rows))


def psychiatre(annee: Annee) -> TableauImprime:
    rows = [
        (
            _month(t),
            hours(report_sums.psychiatre(t)),
            hours(t.psychiatre_minutes),
            hours(report_sums.psychiatre(t) + t.psychiatre_minutes),
            _of(t),
        )
        for t in annee.mois
    ]
    heads = ("Avec les personnes ou pour elles", "En réunion", "Ensemble", "Structures")
    return TableauImprime("Mois", heads, tuple(rows))


def forfaits(annee: Annee) -> TableauImprime:
    rows = [
        (
            f"Forfait de {money(somme)}",
            french.number(somme.ouverts),
            french.number(somme.en_cours),
            french.number(somme.clos),
            french.round_amount(int(somme.montant * 100) * somme.ouverts),
        )
        for somme in annee.total.forfaits
    ]
    heads = ("Ouverts", "En cours", "Clos", "Montant des ouverts")
    return TableauImprime("Montant unitaire", heads, tuple(rows), _sur(annee.total))


def consommation(annee: Annee, somme: SommeForfaits) -> TableauImprime:
    rows = [
        (
            ACTEURS[row.acteur],
            french.number(row.faits),
            french.number(row.prevus),
            _share(row.faits, row.prevus),
        )
        for row in report_sums.consommes(somme)
    ]
    heads = ("Actes faits", "Payés par les forfaits ouverts", "Part")
    return TableauImprime(f"Forfait de {money(somme)}", heads, tuple(rows), _sur(annee.total))


def volumes(annee: Annee) -> tuple[TableauImprime, ...]:
    """One row a structure: never what people are. Several tables, each fits on a page."""
    rows = [_volume(structure, totaux) for structure, totaux in annee.structures]
    heads = ("Mois reçus", "Personnes vues", "Actes", "Temps", "Réunions", "Forfaits ouverts")
    parts = [tuple(rows[n : n + _TOGETHER]) for n in range(0, len(rows), _TOGETHER)]
    note = _hidden(annee)
    return tuple(TableauImprime("Structure", heads, part, note) for part in parts)


def _hidden(annee: Annee) -> str:
    if not any(totaux.masquees for _, totaux in annee.structures):
        return ""
    few = annee.convention.k_activite
    return f"Petit nombre{NBSP}: moins de {few} personnes vues, le nombre exact n’est pas reçu."


def _volume(structure: Structure, totaux: Totaux) -> tuple[str, ...]:
    done = report_sums.honores(totaux)
    here = totaux.completude
    seen = "petit nombre" if totaux.masquees else french.number(totaux.file_active)
    return (
        f"{structure.nom}\n{structure.id}",
        f"{here.recues} sur {here.attendues}",
        seen if here.recues else _NONE,
        french.number(report_sums.nombre(done)),
        hours(report_sums.minutes(done)),
        french.number(totaux.reunions),
        french.number(sum(each.ouverts for each in totaux.forfaits)),
    )


def money(somme: SommeForfaits) -> str:
    return french.round_amount(int(somme.montant * 100))


def _month(totaux: Totaux) -> str:
    return french.month_and_year(Mois.lire(totaux.periode).premier).capitalize()


def _of(totaux: Totaux) -> str:
    return f"{totaux.completude.recues} sur {totaux.completude.attendues}"


def _sur(totaux: Totaux) -> str:
    return f"Année entière reçue de {totaux.completude.phrase}."


def hours(minutes: int) -> str:
    """« 1 234 h 05 »."""
    return f"{french.number(minutes // 60)}{NBSP}h{NBSP}{minutes % 60:02}"


def _formations(totaux: Totaux) -> str:
    return _NONE if totaux.formations is None else french.number(totaux.formations)


def _share(part: int, whole: int) -> str:
    return f"{(200 * part + whole) // (2 * whole)}{NBSP}%" if whole else _NONE
