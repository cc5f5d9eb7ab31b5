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
class Reunion:
    """`debut`/`fin` are local times; `close_le` an instant in UTC."""

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

    @property
    def close(self) -> bool:
        return self.etat is Etat.CLOSE
