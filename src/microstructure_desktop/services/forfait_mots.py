"""How a forfait, and what it lacks, are said on screen and on paper."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.decompte import EtatForfait
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturable import Manque, Piece
from microstructure_desktop.french import count, numeric_date

if TYPE_CHECKING:
    from .reference import Reference

ETATS = {
    EtatForfait.NON_OUVERT: "Pas encore ouvert",
    EtatForfait.OUVERT: "Ouvert, rien de compté",
    EtatForfait.EN_COURS: "En cours",
    EtatForfait.COMPLET: "Complet",
    EtatForfait.DEPASSE: "Complet, avec des actes en plus",
    EtatForfait.CLOS_INCOMPLET: "Terminé, incomplet",
    EtatForfait.FACTURE: "Facturé",
    EtatForfait.ANNULE: "Facturation reprise",
}
COURTS = {
    Piece.ACTES: "Séance manquante",
    Piece.INFORMATION: "Information manquante",
    Piece.FICHE_ENTREE: "Fiche manquante",
    Piece.CHEVAUCHEMENT: "Deux forfaits",
    Piece.MEME_ANNEE: "Deux en un an",
}
"""In the column of a list."""
_ACTES = {
    Role.MEDECIN: ("consultation longue du médecin", "consultations longues du médecin"),
    Role.PSYCHOLOGUE: ("séance du psychologue", "séances du psychologue"),
    Role.TRAVAILLEUR_SOCIAL: (
        "entretien du travailleur social",
        "entretiens du travailleur social",
    ),
    Role.PSYCHIATRE: ("consultation du psychiatre", "consultations du psychiatre"),
}


def actes(role: Role | None, nombre: int) -> str:
    """« 2 séances du psychologue »."""
    if role is None:
        return count(nombre, "rencontre avec la personne", "rencontres avec la personne")
    return count(nombre, *_ACTES.get(role, ("acte", "actes")))


def manque(reference: "Reference", found: Manque) -> str:
    """The very thing that is missing: « Il manque 1 entretien du travailleur social. »."""
    match found.piece:
        case Piece.ACTES:
            return f"Il manque {actes(found.role, found.nombre)}."
        case Piece.INFORMATION:
            return "L’information donnée à la personne n’est pas notée."
        case Piece.FICHE_ENTREE:
            form = reference.forms.get(found.formulaire)
            named = form.title if form is not None else found.formulaire
            return f"La fiche « {named} » n’est pas complète."
        case Piece.CHEVAUCHEMENT:
            return "Un autre forfait, qui exclut celui-ci, couvre les mêmes jours."
        case Piece.MEME_ANNEE:
            began = f" a commencé le {numeric_date(found.jour)}," if found.jour is not None else ""
            return f"Un autre forfait de cette personne{began} moins d’un an avant celui-ci."
