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
class Montant:
    """An amount that another source gives for the same thing."""

    centimes: int
    source: str


@dataclass(frozen=True, slots=True)
class Critere:
    """Whom a programme is for, in one sentence of ours; `code` is the source's, `source` names it.

    `exclut`: the sentence says whom it is not for.
    """

    phrase: str
    code: str
    source: str
    exclut: bool = False


@dataclass(frozen=True, slots=True)
class Capacite:
    """How many people one microstructure follows in a programme: a mark, never a limit."""

    minimum: int
    maximum: int
    source: str


@dataclass(frozen=True, slots=True)
class Remplissage:
    """How far a microstructure is from its capacity."""

    inclus: int
    capacite: Capacite

    @property
    def places(self) -> int:
        return max(0, self.capacite.maximum - self.inclus)

    @property
    def manque(self) -> int:
        """How many are missing to reach the low end."""
        return max(0, self.capacite.minimum - self.inclus)

    @property
    def depassement(self) -> int:
        return max(0, self.inclus - self.capacite.maximum)


@dataclass(frozen=True, slots=True)
class Version:
    """A programme's figures between two dates (last day included); amount in cents.

    `regions`: where it runs then, everywhere when none is named. `autres`: the amounts that other
    sources give; the one in `montant_centimes` is used.
    """

    depuis: date
    jusqua: date | None
    montant_centimes: int
    prestations: tuple[Prestation, ...]
    source: str
    temps: tuple[TempsAttendu, ...] = ()
    regions: tuple[str, ...] = ()
    autres: tuple[Montant, ...] = ()

    @property
    def forfaitaire(self) -> bool:
        """Whether it opens a forfait: it pays for each person, or counts their acts."""
        return bool(self.montant_centimes or self.prestations)

    def court(self, region: str) -> bool:
        """Whether it runs in a region; one that is not known restricts nothing."""
        return not self.regions or not region or region in self.regions

    def attendu(self, role: Role) -> TempsAttendu | None:
        return next((temps for temps in self.temps if temps.role is role), None)


@dataclass(frozen=True, slots=True)
class Programme:
    """A financing frame (CL01). `duree_mois` is the length of one forfait cycle.

    `age_minimal` refuses younger people, `age_habituel` only warns. `exclusif_avec`: codes of the
    programmes that nobody may be in at the same time. `reserve`: why nobody can enter it yet.
    """

    code: str
    libelle: str
    duree_mois: int
    entourage_imputable: bool
    age_minimal: int | None
    versions: tuple[Version, ...]
    age_habituel: int | None = None
    exclusif_avec: tuple[str, ...] = ()
    criteres: tuple[Critere, ...] = ()
    capacite: Capacite | None = None
    reserve: str = ""

    def court(self, region: str) -> bool:
        """Whether one of its versions runs, or ran, in a region."""
        return any(version.court(region) for version in self.versions)

    def trop_jeune(self, ans: int) -> bool:
        """Whether that age is refused."""
        return self.age_minimal is not None and ans < self.age_minimal

    def age_inhabituel(self, ans: int) -> bool:
        """Whether that age is let in, with a word of caution."""
        usual = self.age_habituel
        return usual is not None and ans < usual and not self.trop_jeune(ans)

    def version(self, le: date) -> Version | None:
        for version in self.versions:
            if version.depuis <= le and (version.jusqua is None or le <= version.jusqua):
                return version
        return None


def capacite(programme: Programme, inclus: int) -> Remplissage | None:
    """Where a microstructure stands with so many people; None when nothing is published."""
    return Remplissage(inclus, programme.capacite) if programme.capacite is not None else None


def exclusifs(un: Programme, autre: Programme) -> bool:
    """Whether nobody may be in both at once; it is enough that one of the two says so."""
    same = un.code == autre.code
    return same or autre.code in un.exclusif_avec or un.code in autre.exclusif_avec
