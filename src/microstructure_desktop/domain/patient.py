"""Patient, and their inclusion in a programme."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import InclusionId, PatientId


class Sexe(StrEnum):
    """CL07."""

    F = "F"
    H = "H"
    AUTRE = "AUTRE"
    NR = "NR"


@dataclass(frozen=True, slots=True)
class Patient:
    """A person followed. `numero` is the file number: rank of creation, never exported."""

    id: PatientId
    numero: int
    nom: str
    prenom: str
    naissance: date
    sexe: Sexe = Sexe.NR
    telephone: str = ""
    information_remise: date | None = None

    @property
    def nom_affiche(self) -> str:
        return f"{self.nom.upper()} {self.prenom}".strip()

    @property
    def dossier(self) -> str:
        return f"{self.numero:04}"

    @property
    def initiales(self) -> str:
        return (self.prenom[:1] + self.nom[:1]).upper()


@dataclass(frozen=True, slots=True)
class Inclusion:
    """One episode in a programme (CL01); several over the years are possible.

    `motif_sortie` is a CL29 code, set with `fin`; `orienteur` a CL06 code.
    """

    id: InclusionId
    patient: PatientId
    programme: str
    debut: date
    demande: date | None = None
    orienteur: str = "NR"
    fin: date | None = None
    motif_sortie: str = ""

    def ouverte(self, le: date) -> bool:
        return self.debut <= le and (self.fin is None or le <= self.fin)
