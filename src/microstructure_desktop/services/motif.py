"""Why something is cancelled or corrected: a few words, asked of the person, kept for ever."""

from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError

MOTIF_MAX = 200
SHORT_NAME = 3
"""Fewer letters of a name are found inside other words."""
CORRECTIONS = ("Faute de frappe", "Oubli", "Erreur de date ou d’heure", "Précision ajoutée")
"""Usual reasons to correct a finished session."""


class ReasonMissing(AppError):
    sentence = "Dites en quelques mots pourquoi."
    way_out = "Par exemple : saisie en double, faute de frappe."


def nomme(motif: str, patient: Patient) -> bool:
    """Whether a reason that stays after somebody is erased says who they are."""
    identite = patient.identite
    noms = patient.nom, patient.prenom, identite.nom_naissance, identite.prenoms_naissance
    names = normalise(" ".join(noms)).replace("'", " ").replace("-", " ").split()
    words = set(normalise(motif).replace("'", " ").replace("-", " ").split())
    return any(len(name) >= SHORT_NAME and name in words for name in names)


def motif_problem(motif: str) -> str | None:
    """The sentence to show at the field; None when the reason can be kept."""
    if not motif.strip():
        return ReasonMissing.sentence
    if len(motif.strip()) > MOTIF_MAX:
        return f"Le motif doit tenir en {MOTIF_MAX} caractères."
    return None
