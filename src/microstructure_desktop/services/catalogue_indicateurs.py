"""The indicators in words: title, definition, lines; and which codes are counted together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_INDICATEURS = 80
MAX_LIGNES = 60
MAX_GROUPES = 60
UNKNOWN = "« {} » : inconnu ici"


class Diffusion(StrEnum):
    """Where a figure may go (classes of what leaves the cabinet; the last one never leaves)."""

    EXACT = "exact"
    GROUPE = "groupe"
    INTERNE = "interne"


@dataclass(frozen=True, slots=True)
class Definition:
    """What one indicator says. `lignes` gives the label of a value's key; a key that is not there
    is a code of `liste`, or labels itself. `exactes`: keys of the values that may leave as they are
    although the rest may not. `fiches`: whose answers it counts, which a role may not be allowed
    to read person by person.
    """

    code: str
    titre: str
    definition: str
    diffusion: Diffusion
    unite: str = ""
    liste: str = ""
    exactes: tuple[str, ...] = ()
    fiches: tuple[str, ...] = ()
    lignes: Mapping[str, str] = field(default_factory=dict)

    @property
    def mensuel(self) -> bool:
        return self.code.startswith("M")

    def exacte(self, cle: str) -> bool:
        """Whether that value may leave as it is."""
        return self.diffusion is Diffusion.EXACT or cle in self.exactes


@dataclass(frozen=True, slots=True)
class CatalogueIndicateurs:
    """`groupes`: by code list, the group of each code; `sources` say whose proposal they are."""

    sources: tuple[str, ...]
    definitions: Mapping[str, Definition]
    groupes: Mapping[str, Mapping[str, str]]


def merged(read: Iterable[CatalogueIndicateurs]) -> CatalogueIndicateurs:
    """Several files as one, the indicators in the order of their codes."""
    files = tuple(read)
    found = {code: d for each in files for code, d in each.definitions.items()}
    return CatalogueIndicateurs(
        tuple(dict.fromkeys(source for each in files for source in each.sources)),
        {code: found[code] for code in sorted(found)},
        {liste: groups for each in files for liste, groups in each.groupes.items()},
    )


def load(text: str) -> CatalogueIndicateurs:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    source = table.text("source", 800, needed=True)
    rows = table.tables("indicateur", MAX_INDICATEURS, needed=True)
    definitions = {d.code: d for d in map(_definition, rows)}
    groupes: dict[str, dict[str, str]] = {}
    for row in table.tables("groupe", MAX_GROUPES):
        liste, name = row.text("liste", 20, needed=True), row.text("nom", 60, needed=True)
        for code in row.texts("codes", MAX_GROUPES):
            groupes.setdefault(liste, {})[code] = name
        row.close()
    table.close()
    if faults:
        raise FormError(faults)
    return CatalogueIndicateurs((source,), definitions, groupes)


def _definition(row: Table) -> Definition:
    found = Definition(
        code=row.code("code", needed=True),
        titre=row.text("titre", 120, needed=True),
        definition=row.text("definition", 800, needed=True),
        diffusion=Diffusion(row.one_of("diffusion", list(Diffusion), needed=True) or "interne"),
        unite=row.text("unite", 40),
        liste=row.text("liste", 20),
        exactes=row.texts("exactes", MAX_LIGNES),
        fiches=tuple(row.texts("fiches", 4)),
        lignes=_lignes(row),
    )
    row.close()
    return found


def _lignes(row: Table) -> Mapping[str, str]:
    found = {}
    for ligne in row.tables("ligne", MAX_LIGNES):
        found[ligne.text("cle", 60)] = ligne.text("libelle", 120, needed=True)
        ligne.close()
    return found
