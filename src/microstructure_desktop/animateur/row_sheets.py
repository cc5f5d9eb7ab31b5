"""The four tables that structures send, as sheets: labels instead of codes, money as money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop.exchange.contents import Statut
from microstructure_desktop.reports.tableur.feuilles import Colonne, Feuille, Genre

from .report_words import ACTES, ACTEURS, MODALITES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from microstructure_desktop.exchange.contents import (
        LigneActivite,
        LigneFileActive,
        LigneFonctionnement,
        LigneForfaits,
    )
    from microstructure_desktop.reports.tableur.feuilles import Valeur

    Rows = Sequence[tuple[tuple[Valeur, ...], Any]]


def texte(cle: str, libelle: str, definition: str) -> Colonne:
    return Colonne(cle, libelle, Genre.TEXTE, definition)


def entier(cle: str, libelle: str, definition: str) -> Colonne:
    return Colonne(cle, libelle, Genre.ENTIER, definition)


STRUCTURE = texte("structure", "Structure", "Code de la structure.")
NOM = texte("nom", "Nom", "Nom donné à l’inscription.")
MONTANT = Colonne("montant", "Montant unitaire", Genre.EUROS, "Ce que paie un forfait.")
METIER = Colonne(
    "metier",
    "Métier",
    Genre.CODE,
    "Qui a tenu l’acte.",
    liste="Métiers",
    codes={each.value: words for each, words in ACTEURS.items()},
)
ACTE = Colonne(
    "acte",
    "Acte",
    Genre.CODE,
    "Nature de l’acte.",
    liste="Actes",
    codes={each.value: words for each, words in ACTES.items()},
)
MODALITE = Colonne(
    "modalite",
    "Où",
    Genre.CODE,
    "Où il s’est tenu.",
    liste="Modalités",
    codes={each.value: words for each, words in MODALITES.items()},
)
NOMBRE = entier("nombre", "Nombre", "Combien d’actes.")
MINUTES = entier("minutes", "Minutes", "Leur durée, en minutes.")
OUVERTS = entier("ouverts", "Ouverts", "Forfaits ouverts depuis janvier.")
EN_COURS = entier("en_cours", "En cours", "Forfaits en cours à la fin du mois.")
CLOS = entier("clos", "Clos", "Forfaits clos depuis janvier.")
FAITS = (
    entier("actes_medecin", "Actes du médecin", "Actes du forfait faits dans la période."),
    entier("actes_psychologue", "Actes du psychologue", "Actes du forfait faits dans la période."),
    entier("actes_social", "Actes de travail social", "Actes du forfait faits dans la période."),
)
_MOIS = texte("mois", "Mois", "AAAA-MM\xa0; deux mois séparés d’une barre quand ils sont réunis.")


def feuilles(
    avant: tuple[Colonne, ...], lignes: Mapping[str, Rows]
) -> tuple[Feuille, Feuille, Feuille, Feuille]:
    """`avant`: the columns of what stands before each row, the name of a structure for one."""
    return (
        _sheet("Activité", "Actes et temps", avant, _ACTIVITE, lignes["activite"], _activite),
        _sheet("Forfaits", "Forfaits", avant, _FORFAITS, lignes["forfaits"], _forfaits),
        _sheet(
            "Personnes vues", "Personnes vues", avant, _FILE, lignes["file_active"], _file_active
        ),
        _sheet(
            "Fonctionnement",
            "Réunions, psychiatre, formations",
            avant,
            _TENUES,
            lignes["fonctionnement"],
            _fonctionnement,
        ),
    )


def _sheet(
    nom: str,
    titre: str,
    avant: tuple[Colonne, ...],
    colonnes: tuple[Colonne, ...],
    lignes: Rows,
    values: Callable[[Any], tuple[Valeur, ...]],
) -> Feuille:
    rows = tuple((*before, *values(row)) for before, row in lignes)
    return Feuille(nom, titre, (*avant, *colonnes), rows)


_ACTIVITE = (_MOIS, METIER, ACTE, MODALITE, NOMBRE, MINUTES)
_FORFAITS = (_MOIS, MONTANT, OUVERTS, EN_COURS, CLOS, *FAITS)
_FILE = (
    _MOIS,
    entier("personnes", "Personnes vues", "Dans le mois\xa0; vide quand le nombre est trop petit."),
    entier("cumul", "Depuis janvier", "Depuis janvier\xa0; vide quand le nombre est trop petit."),
    Colonne("petit", "Petit nombre", Genre.OUI_NON, "Le nombre du mois est trop petit."),
)
_TENUES = (
    _MOIS,
    entier("reunions", "Réunions", "Réunions de synthèse tenues."),
    entier("participants", "Participants", "Somme de leurs participants."),
    entier("psychiatre", "Psychiatre (minutes)", "Son temps de présence dans ces réunions."),
    entier("formations", "Formations", "Formations suivies\xa0; vide quand rien ne le dit."),
)


def _activite(row: LigneActivite) -> tuple[Valeur, ...]:
    return row.mois, row.acteur.value, row.acte.value, row.modalite.value, row.nombre, row.minutes


def _forfaits(row: LigneForfaits) -> tuple[Valeur, ...]:
    return (
        row.mois,
        int(row.montant_unitaire_eur * 100),
        row.ouverts_cumul_annee,
        row.en_cours,
        row.clos_cumul_annee,
        row.prest_mg,
        row.prest_psy,
        row.prest_ts,
    )


def _file_active(row: LigneFileActive) -> tuple[Valeur, ...]:
    return row.mois, row.file_active, row.cumul_annee, row.statut is Statut.REGROUPE


def _fonctionnement(row: LigneFonctionnement) -> tuple[Valeur, ...]:
    return row.mois, row.reunions, row.participants_total, row.psychiatre_minutes, row.formations
