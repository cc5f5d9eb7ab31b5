"""What stands beside the figures of a table on paper: shares, bases, and answers not known."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.french import NBSP

from . import activite_mots

if TYPE_CHECKING:
    from collections.abc import Iterable

PART = "Part"


def partage(found: "Iterable[Valeur | None]") -> int | None:
    """How many answers are not known, when it is the same for every share."""
    missing = {v.nr for v in found if v is not None and v.nature is Nature.PART}
    return missing.pop() if len(missing) == 1 else None


def part(valeur: Valeur | None, partage: int | None, code: str) -> str:
    """« 60 % », « parmi 8 », and how many answers are not known unless one note says it for all."""
    if valeur is None:
        return ""
    said = activite_mots.detail(valeur, code).split(" · ")
    if partage is not None and valeur.nr:
        said = said[:-1]
    return " · ".join(each for each in said if each)


def entete(parts: "Iterable[str]") -> str:
    """The heading of a column of shares; nothing over « parmi 8 »."""
    return PART if any("%" in each for each in parts) else ""


def note(partage: int | None, code: str) -> str:
    """What is said once under a table."""
    return f"Hors de ces parts{NBSP}: {activite_mots.hors(partage, code)}." if partage else ""
