"""How long records are kept, and what says so: read from resources/conservation.toml."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.durees import Durees
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_VERSIONS = 50
MAX_REGLES = 20
CENTURY = 100


@dataclass(frozen=True, slots=True)
class Regle:
    """One rule in words; `a_verifier`: nobody read its text word for word."""

    titre: str
    texte: str
    a_verifier: bool


@dataclass(frozen=True, slots=True)
class Regles:
    """The durations that apply, since when, and the texts that they follow."""

    depuis: date
    source: str
    durees: Durees
    regles: tuple[Regle, ...]


@cache
def regles() -> Regles:
    """What is shipped; it never changes while the program runs.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("conservation.toml"))


def load(text: str) -> Regles:
    """The most recent set of the file; the earlier ones say what applied before.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = [_read(row) for row in table.tables("version", MAX_VERSIONS, needed=True)]
    table.close()
    if faults:
        raise FormError(faults)
    return max(found, key=lambda version: version.depuis)


def _read(row: Table) -> Regles:
    actif, total, mineur, deces = (
        row.integer(name, 1, CENTURY, needed=True) or 1
        for name in ("actif_annees", "total_annees", "mineur_age", "deces_annees")
    )
    found = Regles(
        row.day("depuis", needed=True) or date.min,
        row.text("source", 800, needed=True),
        Durees(actif, total, mineur, deces),
        tuple(_regle(r) for r in row.tables("regle", MAX_REGLES, needed=True)),
    )
    row.close()
    return found


def _regle(row: Table) -> Regle:
    titre, texte = row.text("titre", 60, needed=True), row.text("texte", 300, needed=True)
    found = Regle(titre, texte, row.boolean("a_verifier"))
    row.close()
    return found
