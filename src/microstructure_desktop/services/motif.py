"""Why something is cancelled or corrected: a few words, asked of the person, kept for ever."""

from microstructure_desktop.errors import AppError

MOTIF_MAX = 200
CORRECTIONS = ("Faute de frappe", "Oubli", "Erreur de date ou d’heure", "Précision ajoutée")
"""Usual reasons to correct a finished session."""


class ReasonMissing(AppError):
    sentence = "Dites en quelques mots pourquoi."
    way_out = "Par exemple : saisie en double, faute de frappe."


def motif_problem(motif: str) -> str | None:
    """The sentence to show at the field; None when the reason can be kept."""
    if not motif.strip():
        return ReasonMissing.sentence
    if len(motif.strip()) > MOTIF_MAX:
        return f"Le motif doit tenir en {MOTIF_MAX} caractères."
    return None
