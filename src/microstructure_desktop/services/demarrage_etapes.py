"""The steps that lead to an open microstructure, read from resources/."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.ids import EtapeId
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_ETAPES = 40
THEME = "« theme » accompagne le constat « formation », et lui seul"
TWICE = "« {} » : étape écrite deux fois"


class Constat(StrEnum):
    """What the store itself tells."""

    FORMATION = "formation"
    EQUIPE = "equipe"
    PERMANENCES = "permanences"
    STRUCTURE = "structure"
    INCLUSION = "inclusion"
    REUNION = "reunion"


@dataclass(frozen=True, slots=True)
class EtapeDefinie:
    """`preuve`: what shows that it is done. `categorie`: of the documents joined to it. `theme`: a
    code of the list FORMATIONS, of a training that the register tells.
    """

    id: EtapeId
    titre: str
    pourquoi: str
    preuve: str
    source: str
    constat: Constat | None
    categorie: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Etapes:
    depuis: date
    source: str
    definies: tuple[EtapeDefinie, ...]

    def get(self, etape_id: EtapeId) -> EtapeDefinie:
        return next(e for e in self.definies if e.id == etape_id)


@cache
def etapes() -> Etapes:
    """What is shipped.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("demarrage.toml"))


def load(text: str) -> Etapes:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    depuis = table.day("depuis", needed=True) or date.min
    source = table.text("source", 800, needed=True)
    seen: set[EtapeId] = set()
    found = []
    for row in table.tables("etape", MAX_ETAPES, needed=True):
        etape = _read(row)
        if etape.id in seen:
            row.fault(TWICE, etape.id)
        seen.add(etape.id)
        found.append(etape)
    table.close()
    if faults:
        raise FormError(faults)
    return Etapes(depuis, source, tuple(found))


def _read(row: Table) -> EtapeDefinie:
    constat = row.one_of("constat", [c.value for c in Constat])
    etape = EtapeDefinie(
        EtapeId(row.name("id", needed=True)),
        row.text("titre", 80, needed=True),
        row.text("pourquoi", 300, needed=True),
        row.text("preuve", 200, needed=True),
        row.text("source", 300, needed=True),
        Constat(constat) if constat else None,
        row.code("categorie") or "AUTRE",
        row.code("theme"),
    )
    if bool(etape.theme) is not (etape.constat is Constat.FORMATION):
        row.fault(THEME)
    row.close()
    return etape
