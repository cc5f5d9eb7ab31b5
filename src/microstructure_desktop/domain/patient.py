"""Patient, and their inclusion in a programme."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import InclusionId, MembreId, PatientId


class Sexe(StrEnum):
    """CL07."""

    F = "F"
    H = "H"
    AUTRE = "AUTRE"
    NR = "NR"


class StatutIdentite(StrEnum):
    """What the national rules call further statuses needs a service that no offline program has."""

    PROVISOIRE = "provisoire"
    VALIDEE = "validee"


class Attribut(StrEnum):
    """What is to be known of an identity before relying on it."""

    DOUTEUX = "douteux"
    HOMONYME = "homonyme"
    FICTIF = "fictif"


@dataclass(frozen=True, slots=True)
class Identite:
    """The strict traits of birth, typed by hand, and who compared them with which document.

    With the day of birth and the sex they are five; `cog` is the INSEE code of the place of birth,
    `piece` a code of the list PIECES.
    """

    nom_naissance: str = ""
    prenoms_naissance: str = ""
    cog: str = ""
    statut: StatutIdentite = StatutIdentite.PROVISOIRE
    attributs: tuple[Attribut, ...] = ()
    piece: str = ""
    verifiee_par: MembreId | None = None
    verifiee_le: date | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """A person followed. `numero` is the file number: rank of creation, never exported.

    `nom` and `prenom` are those used in daily life. `anonyme`: `nom` is an alias, there is no
    `prenom`, and only the year of `naissance` is known. `absorbe_par`: this record became part of
    another one, which keeps its number among `anciens_numeros`. `information_support` is a code
    of the list SUPPORT_INFORMATION.
    """

    id: PatientId
    numero: int
    nom: str
    prenom: str
    naissance: date
    sexe: Sexe = Sexe.NR
    telephone: str = ""
    information_remise: date | None = None
    information_par: MembreId | None = None
    identite: Identite = Identite()
    anonyme: bool = False
    absorbe_par: PatientId | None = None
    information_support: str = ""
    anciens_numeros: tuple[int, ...] = ()

    @property
    def nom_affiche(self) -> str:
        return f"{self.nom.upper()} {self.prenom}".strip()

    @property
    def dossier(self) -> str:
        return f"{self.numero:04}"

    @property
    def anciens_dossiers(self) -> tuple[str, ...]:
        return tuple(f"{numero:04}" for numero in self.anciens_numeros)

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

    def chevauche(self, autre: "Inclusion") -> bool:
        """Whether both cover a same day; one may begin on the day that ends the other."""
        return self.debut < (autre.fin or date.max) and autre.debut < (self.fin or date.max)
