"""Templates of letters: what each says before anybody has typed, read from resources/."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

FOLDER = "lettres"
CHAMPS = frozenset(
    {"personne", "ne", "naissance", "depuis", "jusqua", "presente", "rendez_vous", "cabinet"}
)
"""What a text may leave to be filled in."""
_CHAMP = re.compile(r"\{([^{}]*)\}")
UNKNOWN_FIELD = "« {} » : champ inconnu"
_LONGEST = 6_000
_REMINDERS = 4


class Destinataire(StrEnum):
    """To whom it goes: somebody of the directory, or the person's own hand."""

    PARTENAIRE = "partenaire"
    PERSONNE = "personne"


@dataclass(frozen=True, slots=True)
class Modele:
    """`accord`: the person agrees before it goes; `neutre`: nothing in it may tell of the care.

    `rappels`: what to know while writing it, each a sentence.
    """

    id: str
    titre: str
    rang: int
    depuis: date
    source: str
    destinataire: Destinataire
    accord: bool
    neutre: bool
    objet: str
    corps: str
    rappels: tuple[str, ...] = ()

    def utilise(self, champ: str) -> bool:
        return f"{{{champ}}}" in self.objet + self.corps

    def rempli(self, champs: Mapping[str, str]) -> tuple[str, str]:
        """Its subject and its text, the fields filled in."""
        return _filled(self.objet, champs), _filled(self.corps, champs)


@cache
def modeles() -> Mapping[str, Modele]:
    """By id, in the order in which they are offered.

    Raises:
        FormError: a shipped file is damaged.
    """
    found = [load(assets.text(*parts)) for parts in assets.names(FOLDER)]
    return {m.id: m for m in sorted(found, key=lambda m: m.rang)}


def load(text: str) -> Modele:
    """Read one template strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    made = Modele(
        id=table.name("id", needed=True),
        titre=table.text("titre", 80, needed=True),
        rang=table.integer("rang", 1, 99, needed=True) or 1,
        depuis=table.day("depuis", needed=True) or date.min,
        source=table.text("source", 400, needed=True),
        destinataire=Destinataire(
            table.one_of("destinataire", [d.value for d in Destinataire], needed=True)
            or Destinataire.PERSONNE
        ),
        accord=table.boolean("accord"),
        neutre=table.boolean("neutre"),
        objet=table.text("objet", 200, needed=True),
        corps=table.text("corps", _LONGEST, needed=True, lines=True),
        rappels=table.texts("rappels", _REMINDERS),
    )
    for champ in _CHAMP.findall(made.objet + made.corps):
        if champ not in CHAMPS:
            table.fault(UNKNOWN_FIELD, champ)
    table.close()
    if faults:
        raise FormError(faults)
    return made


def _filled(text: str, champs: Mapping[str, str]) -> str:
    return _CHAMP.sub(lambda found: champs.get(found[1], ""), text)
