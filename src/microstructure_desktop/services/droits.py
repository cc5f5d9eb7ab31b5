"""The matrix of rights: which role has which right on which content, read from resources/."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_CONTENUS = 60
DROITS = frozenset(
    {"lire", "ecrire", "resume", "present", "sien", "liste", "diffusable", "nominatif", "restaurer"}
)
UNKNOWN = "« {} » : droit inconnu"


@dataclass(frozen=True, slots=True)
class Contenu:
    """One line of the matrix; a role that is not there has no right on it."""

    id: str
    titre: str
    droits: Mapping[Role, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Matrice:
    """`source`: the texts it follows, and what is our own choice."""

    source: str
    contenus: Mapping[str, Contenu]

    def has(self, role: Role, contenu: str, droit: str) -> bool:
        """Whether a role has a right on a content; nothing when the content is not written."""
        ligne = self.contenus.get(contenu)
        return ligne is not None and droit in ligne.droits.get(role, frozenset())


@cache
def matrice() -> Matrice:
    """What is shipped; it never changes while the program runs.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("droits.toml"))


def load(text: str) -> Matrice:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    source = table.text("source", 800, needed=True)
    contenus = [_read(row) for row in table.tables("contenu", MAX_CONTENUS, needed=True)]
    table.close()
    if faults:
        raise FormError(faults)
    return Matrice(source, {c.id: c for c in contenus})


def _read(row: Table) -> Contenu:
    name, titre = row.name("id", needed=True), row.text("titre", 120, needed=True)
    droits = {role: frozenset(row.texts(role.value, len(DROITS))) for role in Role}
    for role, said in droits.items():
        for droit in sorted(said - DROITS):
            row.fault(UNKNOWN, f"{role.value} : {droit}")
    row.close()
    return Contenu(name, titre, {role: said for role, said in droits.items() if said})
