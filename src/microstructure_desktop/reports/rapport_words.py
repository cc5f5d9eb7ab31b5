"""The words of the annual report that its PDF and its DOCX share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .printed_rapport import ChapitreImprime, RapportImprime

SOMMAIRE = "Sommaire"
COMMENTAIRE = "Ce qu’en dit l’équipe"
DEFINITION = ("Chiffre", "Ce qui est compté")
RETENUS_DITS = "Ces répartitions ne sont pas diffusées. Rien d’autre n’en est dit, ici ni ailleurs."
AUCUNE_REUNION = "Aucune réunion n’a été close dans l’année."
_DEFINITIONS = "Définition de chaque chiffre"
_RETENUS = "Chiffres non diffusés"
_REUNIONS = "Réunions tenues"


def titled(chapitre: ChapitreImprime) -> str:
    """« 3. File active »."""
    return f"{chapitre.numero}. {chapitre.titre}"


def annexed(contenu: RapportImprime) -> tuple[str, ...]:
    """The titles of the annexes, in their order."""
    titles = (_DEFINITIONS, *((_RETENUS,) if contenu.retenus else ()), _REUNIONS)
    return tuple(f"Annexe {chr(ord('A') + rank)}. {title}" for rank, title in enumerate(titles))


def retenu(libelle: str) -> str:
    """« • Logement (personnes entrées) : non diffusé »."""
    return f"• {libelle}\u00a0: non diffusé"
