"""What the register holds, as records: structures, bundles, conventions, what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.exchange.refus import phrase

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.accuse import Accuse
    from microstructure_desktop.exchange.convention import Convention


@dataclass(frozen=True, slots=True)
class Structure:
    """A cabinet enrolled. `cle`: the key it signs with. `convention`: the file it confirmed.

    A month is awaited from `depuis` to `jusqua`, without end while it is None.
    """

    id: str
    region: str
    nom: str
    cle: str
    convention: str
    inscrite_le: date
    depuis: Mois
    jusqua: Mois | None = None


@dataclass(frozen=True, slots=True)
class Cle:
    """A key of a structure. A lost one vouches for nothing any more; one that was replaced does,
    for what was prepared before.
    """

    structure: str
    cle: str
    depuis: date
    retiree_le: date | None = None
    perdue: bool = False


class EtatPaquet(StrEnum):
    """`retenu`: what counts for its month; `remplace`: kept, and counted no more."""

    RETENU = "retenu"
    REMPLACE = "remplace"


@dataclass(frozen=True, slots=True)
class Paquet:
    """A bundle accepted. `canal` is the way it came."""

    id: str
    structure: str
    periode: Mois
    sequence: int
    remplace: str | None
    etat: EtatPaquet
    recu_le: date
    canal: str


@dataclass(frozen=True, slots=True)
class Quarantaine:
    """Bytes that were refused, and why. `empreinte` is their SHA-256, `nom` the file's name.

    The last three are what the bundle says of itself, None where it could not be read.
    """

    empreinte: str
    nom: str
    motif: str
    recu_le: date
    canal: str
    paquet: str | None = None
    structure: str | None = None
    periode: Mois | None = None

    @property
    def phrase(self) -> tuple[str, str]:
        """Why it was refused, and what its cabinet is to do."""
        return phrase(self.motif)


@dataclass(frozen=True, slots=True)
class AccuseEmis:
    """A receipt as it was signed: `octets` is the file that goes back under `nom`."""

    accuse: Accuse
    nom: str
    octets: bytes


@dataclass(frozen=True, slots=True)
class ConventionFaite:
    """A convention as it was signed; `empreinte` is what every bundle names."""

    convention: Convention
    empreinte: str
    octets: bytes
    faite_le: date
