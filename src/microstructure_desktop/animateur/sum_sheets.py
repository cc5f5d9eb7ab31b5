"""Sums over structures as sheets: a row a period, each beside how many structures are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.reports.tableur.feuilles import Feuille

from . import report_sums
from .row_sheets import (
    ACTE,
    CLOS,
    EN_COURS,
    FAITS,
    METIER,
    MINUTES,
    MODALITE,
    MONTANT,
    NOMBRE,
    OUVERTS,
    entier,
    texte,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.reports.tableur.feuilles import Valeur

    from .forfait_prevu import Prestations
    from .totals import Totaux

_PERIODE = texte("periode", "Période", "Un mois AAAA-MM, ou l’année AAAA.")
_DEDANS = (
    entier("recues", "Structures reçues", "Celles dont les chiffres de la période sont entiers."),
    entier("attendues", "Structures attendues", "Celles dont l’envoi est attendu."),
)
_ENSEMBLE = (
    _PERIODE,
    *_DEDANS,
    entier(
        "personnes",
        "Personnes vues",
        "Somme des structures qui disent leur nombre\xa0; vide si aucune.",
    ),
    entier("masquees", "Petits nombres", "Structures dont le nombre est trop petit pour être dit."),
    entier("actes", "Actes honorés", "Tous les métiers, hors réunions de synthèse."),
    entier("minutes", "Minutes", "Leur durée, en minutes."),
    entier("manques", "Rendez-vous non honorés", "Ceux auxquels la personne n’est pas venue."),
    entier("reunions", "Réunions", "Réunions de synthèse tenues."),
    entier("participants", "Participants", "Somme de leurs participants."),
    entier("psychiatre_actes", "Psychiatre, actes (minutes)", "Son temps hors des réunions."),
    entier("psychiatre_reunions", "Psychiatre, réunions (minutes)", "Son temps en réunion."),
    entier("formations", "Formations", "Formations suivies\xa0; vide quand rien ne le dit."),
)
_PREVUS = (
    entier("payes_medecin", "Payés, médecin", "Ce que paient les forfaits ouverts dans l’année."),
    entier(
        "payes_psychologue", "Payés, psychologue", "De même\xa0; vide quand aucun texte ne le dit."
    ),
    entier(
        "payes_social", "Payés, travail social", "De même\xa0; vide quand aucun texte ne le dit."
    ),
)


def feuilles(totaux: Sequence[Totaux]) -> tuple[Feuille, Feuille, Feuille]:
    return (
        Feuille("Totaux", "Totaux de la région", _ENSEMBLE, tuple(map(_whole, totaux))),
        Feuille(
            "Totaux par acte",
            "Actes et temps de la région",
            (_PERIODE, *_DEDANS, METIER, ACTE, MODALITE, NOMBRE, MINUTES),
            tuple(row for each in totaux for row in _acts(each)),
        ),
        Feuille(
            "Totaux des forfaits",
            "Forfaits de la région",
            (_PERIODE, *_DEDANS, MONTANT, OUVERTS, EN_COURS, CLOS, *FAITS, *_PREVUS),
            tuple(row for each in totaux for row in _packages(each)),
        ),
    )


def _head(totaux: Totaux) -> tuple[str, int, int]:
    return totaux.periode, totaux.completude.recues, totaux.completude.attendues


def _whole(totaux: Totaux) -> tuple[Valeur, ...]:
    done = report_sums.honores(totaux)
    return (
        *_head(totaux),
        totaux.personnes,
        totaux.masquees,
        report_sums.nombre(done),
        report_sums.minutes(done),
        sum(each.manques for each in report_sums.par_acteur(totaux).values()),
        totaux.reunions,
        totaux.participants,
        report_sums.psychiatre(totaux),
        totaux.psychiatre_minutes,
        totaux.formations,
    )


def _acts(totaux: Totaux) -> list[tuple[Valeur, ...]]:
    return [
        (
            *_head(totaux),
            each.acteur.value,
            each.acte.value,
            each.modalite.value,
            each.nombre,
            each.minutes,
        )
        for each in totaux.actes
    ]


def _packages(totaux: Totaux) -> list[tuple[Valeur, ...]]:
    return [
        (
            *_head(totaux),
            int(each.montant * 100),
            each.ouverts,
            each.en_cours,
            each.clos,
            *_each(each.faits),
            *_each(each.prevus),
        )
        for each in totaux.forfaits
    ]


def _each(acts: Prestations | None) -> tuple[Valeur, ...]:
    return (None, None, None) if acts is None else (acts.mg, acts.psy, acts.ts)
