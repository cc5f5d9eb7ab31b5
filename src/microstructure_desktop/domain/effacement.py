"""Effacement: why somebody was erased, and what may be said of it afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fondement(StrEnum):
    """On what ground. `REJEU`: on a copy that was made before and put back since."""

    FIN_CONSERVATION = "fin_conservation"
    DEMANDE = "demande"
    ERREUR = "erreur"
    DECISION = "decision"
    REJEU = "rejeu"


CHOISIS = tuple(f for f in Fondement if f is not Fondement.REJEU)
"""Those that a doctor chooses among."""


@dataclass(frozen=True, slots=True)
class Effacement:
    """It names nobody: `dossiers` are the file numbers, `comptes` how many of each kind went.

    `mentions`: the texts about others that still named the person then; None when nobody looked.
    """

    fondement: Fondement
    motif: str = ""
    dossiers: tuple[str, ...] = ()
    comptes: Mapping[str, int] = field(default_factory=dict)
    mentions: int | None = None
