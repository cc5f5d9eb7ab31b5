"""A period as outside systems write it: its first and last day, its DHIS2 name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois

if TYPE_CHECKING:
    from datetime import date

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Periode:
    """`dhis2`: 202510 for a month, 2025 for a year."""

    premier: date
    dernier: date
    dhis2: str


def periode(texte: str) -> Periode:
    """A month AAAA-MM, or a year AAAA.

    Raises:
        ValueError: anything else.
    """
    if len(texte) == len("AAAA"):
        annee = int(texte)
        return Periode(Mois(annee, 1).premier, Mois(annee, _DECEMBER).dernier, texte)
    mois = Mois.lire(texte)
    return Periode(mois.premier, mois.dernier, f"{mois.annee:04}{mois.numero:02}")
