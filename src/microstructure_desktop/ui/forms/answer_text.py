"""An answer in words, as it is read on screen."""

from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Item, Partage

NONE = "—"

_READERS = {
    Role.MEDECIN: "les médecins",
    Role.PSYCHOLOGUE: "les psychologues",
    Role.TRAVAILLEUR_SOCIAL: "les travailleurs sociaux",
    Role.PSYCHIATRE: "les psychiatres",
}


def answer_text(item: Item, value: Any) -> str:
    """A dash where nothing was answered."""
    return in_words(item, value) or NONE


def readers(partage: Partage, role: Role | None) -> str:
    """Who will be able to read an answer."""
    if partage is Partage.PERSONNEL:
        return "Vous seul pouvez l’ouvrir."
    if partage is Partage.EQUIPE:
        return "Lisible par tous les soignants de l’équipe."
    return f"Lisible par {_READERS.get(role or Role.MEDECIN, 'les soignants')} de l’équipe."
