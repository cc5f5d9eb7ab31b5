"""Programme: which acts it funds, how many, for how much, and since when."""

from dataclasses import dataclass
from datetime import date

from .consultation import TypeActe
from .equipe import Role


@dataclass(frozen=True, slots=True)
class Prestation:
    """One line of the forfait: `nombre` acts of these types by this role."""

    role: Role
    types: tuple[TypeActe, ...]
    nombre: int


@dataclass(frozen=True, slots=True)
class Version:
    """A programme's figures between two dates (last day included); amount in cents."""

    depuis: date
    jusqua: date | None
    montant_centimes: int
    prestations: tuple[Prestation, ...]
    source: str


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
