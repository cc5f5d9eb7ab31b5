"""Reunion: any meeting but the monthly one: the network's, a crisis, two carers, a training."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from .ids import MembreId, ReunionId
from .synthese import Decision, Etat


class TypeReunion(StrEnum):
    """The quarterly one gathers the teams of the network; the others are the cabinet's own."""

    TRIMESTRIELLE = "trimestrielle"
    CRISE = "crise"
    CONCERTATION = "concertation"
    FORMATION = "formation"
    AUTRE = "autre"


@dataclass(frozen=True, slots=True)
class Invite:
    """Somebody from elsewhere: `structure` is where they work."""

    nom: str
    structure: str = ""
    profession: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the agenda, and what was said of it; nobody followed is named there."""

    titre: str
    texte: str = ""


@dataclass(frozen=True, slots=True)
class Chiffre:
    """One figure of the quarter, of the whole cabinet: never about a person.

    `code` says which (services.indicateurs_reseau); `periode` is a month « AAAA-MM », or the first
    and the last with « / » between; `valeur` None: held back, too few people are behind.
    """

    code: str
    periode: str
    valeur: int | None = None


@dataclass(frozen=True, slots=True)
class Reportee:
    """An action of an earlier meeting of the same type that still waits; `depuis`: decided then."""

    decision: Decision
    depuis: date


@dataclass(frozen=True, slots=True)
class Reunion:
    """`debut`/`fin` are local times; `close_le` an instant in UTC; `chiffres` as they were then.

    `numero`: among those of its type in its year, written when it was closed; older ones have none.
    `reportees`: what still waited of the earlier ones then.
    """

    id: ReunionId
    type: TypeReunion
    jour: date
    debut: time
    fin: time | None = None
    lieu: str = ""
    etat: Etat = Etat.PREPAREE
    membres: tuple[MembreId, ...] = ()
    invites: tuple[Invite, ...] = ()
    points: tuple[Point, ...] = ()
    actions: tuple[Decision, ...] = ()
    redacteur: MembreId | None = None
    close_le: datetime | None = None
    chiffres: tuple[Chiffre, ...] = ()
    numero: int | None = None
    reportees: tuple[Reportee, ...] = ()

    @property
    def close(self) -> bool:
        return self.etat is Etat.CLOSE
