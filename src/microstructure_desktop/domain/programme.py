"""Programme: which acts it funds, how many, for how much, what time it expects, since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .consultation import TypeActe
from .equipe import Role


@dataclass(frozen=True, slots=True)
class Prestation:
    """One line of the forfait: `nombre` acts of these types by this role."""

    role: Role
    types: tuple[TypeActe, ...]
    nombre: int


class Rythme(StrEnum):
    MOIS = "mois"
    SEMAINE = "semaine"


@dataclass(frozen=True, slots=True)
class TempsAttendu:
    """What a profession is expected to hold at the cabinet: a mark, never a limit."""

    role: Role
    minutes: int
    par: Rythme
    source: str


@dataclass(frozen=True, slots=True)
class Version:
    """A programme's figures between two dates (last day included); amount in cents."""

    depuis: date
    jusqua: date | None
    montant_centimes: int
    prestations: tuple[Prestation, ...]
    source: str
    temps: tuple[TempsAttendu, ...] = ()

    def attendu(self, role: Role) -> TempsAttendu | None:
        return next((temps for temps in self.temps if temps.role is role), None)


@dataclass(frozen=True, slots=True)
class Programme:
    """A financing frame (CL01). `duree_mois` is the length of one forfait cycle."""

    code: str
    libelle: str
    duree_mois: int
    entourage_imputable: bool
    age_minimal: int | None
    versions: tuple[Version, ...]

    def version(self, le: date) -> Version | None:
        for version in self.versions:
            if version.depuis <= le and (version.jusqua is None or le <= version.jusqua):
                return version
        return None
