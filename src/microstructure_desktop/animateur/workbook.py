"""A region's year as a workbook: what to know first, who sent what, the rows, the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop import french
from microstructure_desktop.reports.tableur.feuilles import Classeur, Feuille
from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx as written

from . import report_sums, row_sheets, sum_sheets
from .report_words import ETATS, completude, paires
from .row_sheets import NOM, STRUCTURE, entier, texte

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from microstructure_desktop.reports.tableur.feuilles import Valeur

    from .annee import Annee
    from .completeness import LigneTableau
    from .model import Structure
    from .row_sheets import Rows
    from .sql.lignes import Ligne
    from .totals import Totaux

T = TypeVar("T")
_SUJET = (
    texte("sujet", "Sujet", "De quoi il s’agit."),
    texte("texte", "À savoir", "Ce qu’il faut en savoir."),
)
_VOLUMES = (
    STRUCTURE,
    NOM,
    entier("recus", "Mois reçus", "Mois de l’année dont l’envoi compte."),
    entier("attendus", "Mois attendus", "Mois de l’année qui sont attendus ou reçus."),
    entier("personnes", "Personnes vues", "Dans l’année\xa0; vide quand le nombre est trop petit."),
    entier("actes", "Actes honorés", "Tous les métiers, hors réunions de synthèse."),
    entier("minutes", "Minutes", "Leur durée, en minutes."),
    entier("reunions", "Réunions", "Réunions de synthèse tenues."),
    entier("forfaits", "Forfaits ouverts", "Depuis janvier, tous montants réunis."),
)


def xlsx(annee: Annee, edite_le: datetime) -> bytes:
    """The same register on the same day gives the same bytes."""
    return written(classeur(annee, edite_le))


def classeur(annee: Annee, edite_le: datetime) -> Classeur:
    titre = f"Région {annee.convention.region}, {annee.numero}"
    return Classeur(
        titre,
        edite_le,
        (
            _lisez_moi(annee, titre),
            _recus(annee),
            _structures(annee),
            *sum_sheets.feuilles((*annee.mois, annee.total)),
            *row_sheets.feuilles((STRUCTURE, NOM), _named(annee)),
        ),
    )


def _lisez_moi(annee: Annee, titre: str) -> Feuille:
    rows = (
        ("Région et année", titre),
        ("Animateur", annee.convention.animateur),
        ("Ce qui a été reçu", completude(annee)),
        *paires("definition")[1:],
        *paires("absent")[1:],
    )
    return Feuille("Lisez-moi", titre, _SUJET, rows)


def _recus(annee: Annee) -> Feuille:
    months = tuple(
        texte(
            f"mois_{mois.numero:02}",
            french.month_and_year(mois.premier).replace(french.NBSP, " "),
            "Où en est l’envoi de ce mois, avec le nombre d’envois reçus s’il y en a plusieurs.",
        )
        for mois in annee.tableau.mois
    )
    owed = entier("manquants", "Mois dus", "Manquants, ou arrivés et refusés.")
    rows = tuple(map(_states, annee.tableau.lignes))
    return Feuille("Mois reçus", "Mois reçus", (STRUCTURE, NOM, *months, owed), rows)


def _states(row: LigneTableau) -> tuple[Valeur, ...]:
    states = (
        ETATS[case.etat] + (f" ({case.version} envois)" if case.version > 1 else "")
        for case in row.cases
    )
    return row.structure.id, row.structure.nom, *states, len(row.manquants)


def _structures(annee: Annee) -> Feuille:
    rows = tuple(_volume(structure, totaux) for structure, totaux in annee.structures)
    return Feuille("Structures", "Volumes par structure", _VOLUMES, rows)


def _volume(structure: Structure, totaux: Totaux) -> tuple[Valeur, ...]:
    done = report_sums.honores(totaux)
    here = totaux.completude
    unknown = totaux.masquees or not here.recues
    return (
        structure.id,
        structure.nom,
        here.recues,
        here.attendues,
        None if unknown else totaux.file_active,
        report_sums.nombre(done),
        report_sums.minutes(done),
        totaux.reunions,
        sum(each.ouverts for each in totaux.forfaits),
    )


def _named(annee: Annee) -> dict[str, Rows]:
    """The rows of each table, after the code and the name of who sent them."""
    names = {structure.id: structure.nom for structure, _ in annee.structures}

    def named(rows: Iterable[Ligne[T]]) -> Rows:
        return [((row.structure, names[row.structure]), row.valeur) for row in rows]

    return {
        "activite": named(annee.lignes.activite),
        "forfaits": named(annee.lignes.forfaits),
        "file_active": named(annee.lignes.file_active),
        "fonctionnement": named(annee.lignes.fonctionnement),
    }
