"""Published figures, shown beside a cabinet's own when asked for: dated, with their source."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse
from microstructure_desktop.french import NBSP

from . import activite_mots

if TYPE_CHECKING:
    from .reference import Reference

MAX_REPERES = 200
AVERTISSEMENT = (
    "Les personnes, les années et les façons de compter diffèrent : un repère n’est ni un objectif "
    "ni une norme."
)


@dataclass(frozen=True, slots=True)
class Repere:
    """`code` and `cle` say which line of which indicator it stands beside."""

    code: str
    cle: str
    valeur: str
    population: str
    annee: str
    source: str


def load(text: str) -> tuple[Repere, ...]:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = tuple(map(_read, table.tables("repere", MAX_REPERES, needed=True)))
    table.close()
    if faults:
        raise FormError(faults)
    return found


@cache
def livres() -> tuple[Repere, ...]:
    """Those that are shipped."""
    return load(assets.text("reperes.toml"))


def existent(codes: Iterable[str]) -> bool:
    """Whether one of these indicators has a published figure."""
    shown = frozenset(codes)
    return any(repere.code in shown for repere in livres())


def phrases(reference: "Reference", code: str) -> tuple[str, ...]:
    """« Testées : 80 % · 526 usagers…, 2006-2007 · Santé publique France »."""
    definition = reference.indicateurs.definitions.get(code)
    if definition is None:
        return ()
    return tuple(
        f"{_ligne(reference, repere)}{NBSP}: {repere.valeur} · {repere.population}, "
        f"{repere.annee} · {repere.source}"
        for repere in livres()
        if repere.code == code
    )


def _ligne(reference: "Reference", repere: Repere) -> str:
    if not repere.cle:
        return "Repère publié"
    definition = reference.indicateurs.definitions[repere.code]
    said = activite_mots.libelle(reference, definition, repere.cle)
    return f"Repère publié, {said[:1].lower()}{said[1:]}"


def _read(row: Table) -> Repere:
    found = Repere(
        row.code("code", needed=True),
        row.text("cle", 60),
        row.text("valeur", 80, needed=True),
        row.text("population", 200, needed=True),
        row.text("annee", 40, needed=True),
        row.text("source", 300, needed=True),
    )
    row.close()
    return found
