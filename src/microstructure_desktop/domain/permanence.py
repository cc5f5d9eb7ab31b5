"""What each profession held in a month beside what is expected of it (M08, M09)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .activite import minutes_des_actes, psychiatre_minutes, vus
from .consultation import Acte, TypeActe
from .equipe import Membre, Role
from .ids import MembreId, PatientId
from .periods import Mois
from .programme import Programme, Rythme, TempsAttendu
from .reunion import Reunion
from .synthese import Synthese

_SEMAINE = 7


@dataclass(frozen=True, slots=True)
class TempsTenu:
    """Minutes of one month: kept acts, meetings attended; `du` None: nothing is expected."""

    actes: int
    reunions: int
    du: int | None

    @property
    def tenu(self) -> int:
        return self.actes + self.reunions


@dataclass(frozen=True, slots=True)
class M08:
    """The psychiatrist's month: their time, the people they met, the advice they gave."""

    temps: TempsTenu
    vus: frozenset[PatientId]
    avis: int

    @property
    def patients(self) -> int:
        return len(self.vus)


def m08(
    actes: Iterable[Acte],
    tenues: Iterable[Synthese | Reunion],
    membres: Mapping[MembreId, Membre],
    mois: Mois,
    attendu: TempsAttendu | None,
) -> M08:
    """Hours held by the psychiatrist against those expected, people seen, advice given.

    Held: the minutes of their kept acts, and those of the meetings (`psychiatre_minutes`). Seen:
    distinct people met, there or at a distance. Advice: acts given to the team.
    """
    siens = [a for a in actes if a.role is Role.PSYCHIATRE and a.honoree and a.jour in mois]
    held = minutes_des_actes(siens)
    together = sum(psychiatre_minutes(t, membres) for t in tenues if t.jour in mois)
    return M08(
        TempsTenu(held, together, du(attendu, mois)),
        vus(siens, mois.premier, mois.dernier),
        sum(a.type is TypeActe.AVIS_PSYCHIATRE_EQUIPE for a in siens),
    )


def m09(
    actes: Iterable[Acte], mois: Mois, attendus: Mapping[Role, TempsAttendu]
) -> Mapping[Role, TempsTenu]:
    """Hours held by the psychologist and the social worker against those expected each week.

    Held: the minutes of their kept acts alone, those without the person included, those of a group
    once. Expected: as
    many weeks as the month has days for, sevenths counted.
    """
    held = [a for a in actes if a.honoree and a.jour in mois]
    return {
        role: TempsTenu(
            minutes_des_actes(a for a in held if a.role is role), 0, du(attendus.get(role), mois)
        )
        for role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
    }


def attendus(programme: Programme | None, mois: Mois) -> Mapping[Role, TempsAttendu]:
    """What a cabinet's programme expects in a month: by its figures of the last day."""
    version = programme.version(mois.dernier) if programme is not None else None
    return {temps.role: temps for temps in version.temps} if version is not None else {}


def du(attendu: TempsAttendu | None, mois: Mois) -> int | None:
    """Minutes expected in a whole month, to the nearest one."""
    if attendu is None:
        return None
    if attendu.par is Rythme.MOIS:
        return attendu.minutes
    return _rounded(attendu.minutes * _jours(mois), _SEMAINE)


def prorata(total: int | None, mois: Mois, le: date) -> int | None:
    """The part of what a month expects that its days so far bear, that day included."""
    if total is None:
        return None
    passes = (min(max(le, mois.premier), mois.dernier) - mois.premier).days + 1
    return 0 if le < mois.premier else _rounded(total * passes, _jours(mois))


def _jours(mois: Mois) -> int:
    return (mois.dernier - mois.premier).days + 1


def _rounded(total: int, count: int) -> int:
    return (2 * total + count) // (2 * count)
