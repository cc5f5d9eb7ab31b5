"""An answer in words, as it is read on screen."""

from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms import checks, wording
from microstructure_desktop.forms.model import NR, Item, ItemType, Partage
from microstructure_desktop.forms.rules import is_answered
from microstructure_desktop.ui import texts

YES = "Oui"
NO = "Non"
NONE = "—"

_READERS = {
    Role.MEDECIN: "les médecins",
    Role.PSYCHOLOGUE: "les psychologues",
    Role.TRAVAILLEUR_SOCIAL: "les travailleurs sociaux",
    Role.PSYCHIATRE: "les psychiatres",
}


def answer_text(item: Item, value: Any) -> str:
    """What cannot be read is shown as it was typed."""
    if not is_answered(value):
        return NONE
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list | tuple):
        return ", ".join(item.label(str(code)) for code in value)
    if value == NR:
        return item.label(NR) if item.options else wording.NOT_SAID
    return _written(item, value)


def _written(item: Item, value: Any) -> str:
    if item.type is ItemType.CHOICE:
        return item.label(str(value))
    if item.type is ItemType.DATE and (day := checks.day(value)):
        return texts.numeric_date(day)
    if item.type in (ItemType.INTEGER, ItemType.DECIMAL) and (figure := checks.number(value)):
        return f"{wording.number(figure)}{texts.NBSP}{item.unit}".rstrip(texts.NBSP)
    return str(value)


def readers(partage: Partage, role: Role) -> str:
    """Who will be able to read an answer."""
    if partage is Partage.PERSONNEL:
        return "Vous seul pouvez l’ouvrir."
    if partage is Partage.EQUIPE:
        return "Lisible par tous les soignants de l’équipe."
    return f"Lisible par {_READERS.get(role, 'les soignants')} de l’équipe."
