"""What a team is expected to do in the network, and the themes of its quarterly meeting."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_THEMES = 40
TWICE = "« {} » : thème écrit deux fois"


@dataclass(frozen=True, slots=True)
class Theme:
    """Something to put on the agenda; its title may then be changed there."""

    code: str
    titre: str
    source: str


@dataclass(frozen=True, slots=True)
class Reseau:
    """`formations_attendues`: codes of the list FORMATIONS, in their order."""

    depuis: date
    source: str
    trimestrielle_minutes: int
    trimestrielles_par_an: int
    formations_attendues: tuple[str, ...]
    themes: tuple[Theme, ...]


@cache
def reseau() -> Reseau:
    """What is shipped.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("reseau.toml"))


def load(text: str) -> Reseau:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = Reseau(
        depuis=table.day("depuis", needed=True) or date.min,
        source=table.text("source", 800, needed=True),
        trimestrielle_minutes=table.integer("trimestrielle_minutes", 1, 1440, needed=True) or 1,
        trimestrielles_par_an=table.integer("trimestrielles_par_an", 1, 52, needed=True) or 1,
        formations_attendues=table.texts("formations_attendues", MAX_THEMES),
        themes=_themes(table),
    )
    table.close()
    if faults:
        raise FormError(faults)
    return found


def _themes(table: Table) -> tuple[Theme, ...]:
    found: dict[str, Theme] = {}
    for row in table.tables("theme", MAX_THEMES, needed=True):
        theme = Theme(
            row.code("code", needed=True),
            row.text("titre", 80, needed=True),
            row.text("source", 300, needed=True),
        )
        if theme.code in found:
            row.fault(TWICE, theme.code)
        found[theme.code] = theme
        row.close()
    return tuple(found.values())
