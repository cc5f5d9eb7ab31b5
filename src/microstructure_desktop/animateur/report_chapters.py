"""The chapters of the regional report, in the order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.french import NBSP
from microstructure_desktop.reports.regional import ChapitreRegional

from . import report_charts, report_sums, report_tables
from .forfait_prevu import prevus
from .report_words import VOLUMES, completude, masquees, paires, profils

if TYPE_CHECKING:
    from .annee import Annee
    from .totals import SommeForfaits

_AUCUN_FORFAIT = "Aucun forfait dans les mois reçus."
_AUCUN_ACTE = "Aucun acte dans les mois reçus."


def chapitres(annee: Annee) -> tuple[ChapitreRegional, ...]:
    return (
        _recus(annee),
        _file_active(annee),
        _actes(annee),
        _reunions(annee),
        _forfaits(annee),
        _psychiatre(annee),
        _structures(annee),
        ChapitreRegional("Profil des personnes", (profils(annee.profils),)),
        ChapitreRegional("Méthode et définitions", paires=paires("definition")),
        ChapitreRegional("Ce qui n’y est pas, et pourquoi", paires=paires("absent")),
    )


def _sur(annee: Annee) -> str:
    """« dans 27 structures sur 30 »: how whole a sum of the year is."""
    return f"(année entière de {annee.total.completude.phrase})"


def _recus(annee: Annee) -> ChapitreRegional:
    here = sum(totaux.completude.recues for _, totaux in annee.structures)
    wanted = sum(totaux.completude.attendues for _, totaux in annee.structures)
    received = f"{french.count(here, 'mois', 'mois')} reçus sur {french.number(wanted)} attendus."
    return ChapitreRegional(
        "Ce qui a été reçu",
        (completude(annee), received),
        (report_charts.structures(annee),),
        report_tables.recus(annee),
    )


def _file_active(annee: Annee) -> ChapitreRegional:
    people = annee.total.personnes
    said = "Nombre de personnes vues inconnu"
    seen = said if people is None else french.count(people, "personne vue")
    hidden = masquees(annee.total.masquees, annee.convention.k_activite)
    phrases = (f"{seen} dans l’année {_sur(annee)}.", *([hidden] if hidden else []))
    return ChapitreRegional("Personnes vues", phrases, (report_charts.file_active(annee),))


def _actes(annee: Annee) -> ChapitreRegional:
    done = report_sums.honores(annee.total)
    if not annee.total.actes:
        return ChapitreRegional("Actes et temps", (_AUCUN_ACTE,))
    acts = french.count(report_sums.nombre(done), "acte honoré")
    hours = report_tables.hours(report_sums.minutes(done))
    return ChapitreRegional(
        "Actes et temps",
        (f"{acts}, soit {hours} {_sur(annee)}.",),
        (report_charts.actes(annee),),
        tableaux=(report_tables.metiers(annee), report_tables.natures(annee)),
    )


def _reunions(annee: Annee) -> ChapitreRegional:
    total = annee.total
    held = french.count(total.reunions, "réunion tenue")
    people = french.count(total.participants, "présence")
    phrases = [f"{held}, {people} {_sur(annee)}."]
    if total.formations is not None:
        phrases.append(f"{french.count(total.formations, 'formation suivie')} dans l’année.")
    return ChapitreRegional(
        "Réunions et formations",
        tuple(phrases),
        (report_charts.reunions(annee),),
        tableaux=(report_tables.reunions(annee),),
    )


def _forfaits(annee: Annee) -> ChapitreRegional:
    sommes = annee.total.forfaits
    if not sommes:
        return ChapitreRegional("Forfaits", (_AUCUN_FORFAIT,))
    compared = [somme for somme in sommes if somme.prevus is not None]
    return ChapitreRegional(
        "Forfaits",
        (f"Forfaits comptés depuis janvier {_sur(annee)}.", *map(_paid, sommes)),
        tuple(
            report_charts.forfait(somme, f"Actes du forfait de {report_tables.money(somme)}")
            for somme in compared
        ),
        tableaux=(
            report_tables.forfaits(annee),
            *(report_tables.consommation(annee, somme) for somme in compared),
        ),
    )


def _paid(somme: SommeForfaits) -> str:
    money, one = report_tables.money(somme), prevus().get(somme.montant)
    if one is None:
        return (
            f"Aucun texte publié ne donne les actes que paie le forfait de {money}{NBSP}: rien "
            "n’est comparé."
        )
    return (
        f"Un forfait de {money} paie {french.count(one.mg, 'consultation longue')} du médecin, "
        f"{french.count(one.psy, 'consultation')} du psychologue et "
        f"{french.count(one.ts, 'entretien')} du travailleur social."
    )


def _psychiatre(annee: Annee) -> ChapitreRegional:
    minutes = report_sums.psychiatre(annee.total) + annee.total.psychiatre_minutes
    here = sum(totaux.completude.recues for _, totaux in annee.structures)
    phrases = [f"{french.duration(minutes)} de présence {_sur(annee)}."]
    if here:
        mean = french.duration(round(minutes / here))
        phrases.append(f"En moyenne, {mean} par structure et par mois reçu.")
    return ChapitreRegional(
        "Présence du psychiatre", tuple(phrases), tableaux=(report_tables.psychiatre(annee),)
    )


def _structures(annee: Annee) -> ChapitreRegional:
    return ChapitreRegional(
        "Structures côte à côte", (VOLUMES,), tableaux=report_tables.volumes(annee)
    )
