"""Which figures each section of the annual report shows, from its TOML file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_LIGNES = 40
PARTIE_OUBLIEE = "« {} » : partie oubliée"
PAS_DES_INDICATEURS = "« {} » : pas parmi les indicateurs de la partie"


class Exporte(StrEnum):
    """A table of the monthly export."""

    FILE_ACTIVE = "file_active"
    ACTIVITE = "activite"
    FONCTIONNEMENT = "fonctionnement"
    FORFAITS = "forfaits"


@dataclass(frozen=True, slots=True)
class Partie:
    """One section. `tendance`: its figures over three years. `diffusables`: the indicators whose
    figures of the whole may leave; `exporte`, `variables`: what else the version that leaves shows.
    """

    section: Section
    titre: str
    indicateurs: tuple[str, ...] = ()
    tendance: bool = False
    diffusables: tuple[str, ...] = ()
    exporte: tuple[Exporte, ...] = ()
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repere:
    """A figure shown at the head of the report, and what is said under it."""

    code: str
    cle: str
    mots: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The sections in their order."""

    parties: tuple[Partie, ...]
    reperes: tuple[Repere, ...]

    @property
    def indicateurs(self) -> tuple[str, ...]:
        return tuple(code for partie in self.parties for code in partie.indicateurs)


@cache
def plan() -> Plan:
    """The one that is shipped.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("rapport_annuel.toml"))


def load(text: str) -> Plan:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    table.text("source", 400, needed=True)
    reperes = tuple(_repere(row) for row in table.tables("repere", MAX_LIGNES))
    rows = table.tables("section", len(Section), needed=True)
    parties = {p.section: p for p in map(_partie, rows)}
    for fault in _faults(parties.values(), len(rows)):
        table.fault(*fault)
    table.close()
    if faults:
        raise FormError(faults)
    return Plan(tuple(parties[section] for section in Section), reperes)


def _partie(row: Table) -> Partie:
    found = Partie(
        Section(row.one_of("id", list(Section), needed=True) or Section.IDENTITE),
        row.text("titre", 120, needed=True),
        row.texts("indicateurs", MAX_LIGNES),
        row.boolean("tendance"),
        row.texts("diffusables", MAX_LIGNES),
        tuple(Exporte(e) for e in row.texts("exporte", MAX_LIGNES) if _known(row, e)),
        row.texts("variables", MAX_LIGNES),
    )
    for code in set(found.diffusables) - set(found.indicateurs):
        row.fault(PAS_DES_INDICATEURS, code)
    row.close()
    return found


def _known(row: Table, table: str) -> bool:
    if table not in list(Exporte):
        row.fault(wording.ONE_OF, "exporte", ", ".join(Exporte))
        return False
    return True


def _faults(parties: Iterable[Partie], rows: int) -> Iterator[tuple[str, str]]:
    """A section that is not there, or twice; a figure that stands in two of them."""
    found = tuple(parties)
    for section in Section:
        if section not in {p.section for p in found}:
            yield PARTIE_OUBLIEE, section
    if len(found) < rows:
        yield wording.DUPLICATE, "id"
    for shown in ("indicateurs", "exporte", "variables"):
        counted = Counter(each for p in found for each in getattr(p, shown))
        for each, times in counted.items():
            if times > 1:
                yield wording.DUPLICATE, each


def _repere(row: Table) -> Repere:
    found = Repere(
        row.code("code", needed=True), row.text("cle", 60), row.text("mots", 60, needed=True)
    )
    row.close()
    return found
