"""An answer in words, as it is read on screen."""

from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Item, Partage
from microstructure_desktop.services.access import lecteurs

NONE = "—"

_READERS = {
    Role.MEDECIN: "les médecins",
    Role.PSYCHOLOGUE: "les psychologues",
    Role.TRAVAILLEUR_SOCIAL: "les travailleurs sociaux",
    Role.PSYCHIATRE: "les psychiatres",
}
_CARERS = "tous les soignants de l’équipe"


def answer_text(item: Item, value: Any) -> str:
    """A dash where nothing was answered."""
    return in_words(item, value) or NONE


def readers(partage: Partage, role: Role | None) -> str:
    """Who will be able to read an answer."""
    if partage is Partage.PERSONNEL:
        return "Vous seul pouvez l’ouvrir."
    known = [_READERS[reader] for reader in lecteurs(role) if reader in _READERS]
    if partage is Partage.EQUIPE or len(known) == len(_READERS):
        return f"Lisible par {_CARERS}."
    return f"Lisible par {' et '.join(known)} de l’équipe."
