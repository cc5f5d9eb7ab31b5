"""Every forfait of the page as a sheet, by file number: nobody is named in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Role

from .tableur.feuilles import Classeur, Colonne, Feuille, Genre, Valeur
from .wording import COMPTEURS

if TYPE_CHECKING:
    from datetime import date, datetime

    from microstructure_desktop.domain.forfait import Compteur

_ROLES = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)


@dataclass(frozen=True, slots=True)
class LigneForfait:
    """One forfait, without a name; `psychiatre` in minutes."""

    dossier: str
    programme: str
    debut: date
    fin: date
    etat: str
    compteurs: tuple[Compteur, ...]
    psychiatre: int
    centimes: int


_AVANT = (
    Colonne("dossier", "Dossier", Genre.TEXTE, "Numéro du dossier dans le cabinet."),
    Colonne("programme", "Programme", Genre.TEXTE, "Programme qui ouvre le forfait."),
    Colonne("debut", "Début", Genre.DATE, "Premier jour du forfait."),
    Colonne("fin", "Échéance", Genre.DATE, "Dernier jour du forfait, avancé par une sortie."),
    Colonne("etat", "État", Genre.TEXTE, "Où en est le forfait au jour de l’édition."),
)
_APRES = (
    Colonne(
        "psychiatre",
        "Psychiatre (minutes)",
        Genre.ENTIER,
        "Temps de psychiatre passé avec la personne ; du temps de la microstructure, à titre "
        "indicatif.",
    ),
    Colonne("montant", "Montant", Genre.EUROS, "Montant du programme au jour d’ouverture."),
)


def classeur(lignes: tuple[LigneForfait, ...], edite_le: datetime) -> Classeur:
    comptes = tuple(c for role in _ROLES for c in _colonnes(role))
    rows = tuple(map(_ligne, lignes))
    sheet = Feuille("Forfaits", "Forfaits du cabinet, sans nom", (*_AVANT, *comptes, *_APRES), rows)
    return Classeur("Forfaits", edite_le, (sheet,))


def _colonnes(role: Role) -> tuple[Colonne, ...]:
    named = COMPTEURS[role].capitalize()
    return (
        Colonne(f"{role}_faits", f"{named}, faits", Genre.ENTIER, "Actes comptés à ce jour."),
        Colonne(f"{role}_inclus", f"{named}, inclus", Genre.ENTIER, "Actes que le forfait compte."),
    )


def _ligne(x: LigneForfait) -> tuple[Valeur, ...]:
    known = {c.role: c for c in x.compteurs}
    comptes: list[Valeur] = []
    for role in _ROLES:
        compteur = known.get(role)
        comptes += (compteur.faits, compteur.inclus) if compteur is not None else (None, None)
    return (
        x.dossier,
        x.programme,
        x.debut,
        x.fin,
        x.etat,
        *comptes,
        x.psychiatre,
        x.centimes,
    )
