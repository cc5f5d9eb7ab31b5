"""Stops: what the keyboard and the pointer reach in a day of the agenda, in the order of hours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from microstructure_desktop.domain.creneaux import Plage, libres
from microstructure_desktop.services.semaine import (
    JourAgenda,
    RendezVousAgenda,
    ReunionAgenda,
    Semaine,
)

HALF_HOUR = 30
_LEAST = 15


class Genre(Enum):
    RENDEZ_VOUS = auto()
    REUNION = auto()
    LIBRE = auto()
    VIDE = auto()


@dataclass(frozen=True, slots=True)
class Stop:
    """`jour` counts from Monday. Side by side with others, it takes `lane` of `lanes`."""

    jour: int
    plage: Plage
    genre: Genre
    rendez_vous: RendezVousAgenda | None = None
    reunion: ReunionAgenda | None = None
    lane: int = 0
    lanes: int = 1

    @property
    def bloc(self) -> bool:
        """Something is written there."""
        return self.genre in (Genre.RENDEZ_VOUS, Genre.REUNION)


def stops(semaine: Semaine) -> tuple[tuple[Stop, ...], ...]:
    """Every stop of the week, day by day."""
    return tuple(_of_day(semaine, rang, jour) for rang, jour in enumerate(semaine.jours))


def _of_day(semaine: Semaine, rang: int, jour: JourAgenda) -> tuple[Stop, ...]:
    blocs = _side_by_side(_blocs(rang, jour))
    prises = [b.plage for b in blocs]
    libre = [
        slot
        for presence in jour.presences
        if presence.membre.id == semaine.membre and not presence.absent
        for slot in libres(
            presence.plage, prises, semaine.durees.get(presence.membre.id, HALF_HOUR)
        )
    ]
    vide = _pieces(semaine.ouverte, [*prises, *libre])
    return tuple(
        sorted(
            (
                *blocs,
                *(Stop(rang, slot, Genre.LIBRE) for slot in libre),
                *(Stop(rang, piece, Genre.VIDE) for piece in vide),
            ),
            key=lambda s: (s.plage, s.lane),
        )
    )


def _blocs(rang: int, jour: JourAgenda) -> list[Stop]:
    found = [
        Stop(rang, r.plage, Genre.RENDEZ_VOUS, rendez_vous=r)
        for r in sorted(jour.rendez_vous, key=lambda r: (r.plage, r.membre.nom))
    ]
    if jour.reunion is not None:
        found.append(Stop(rang, jour.reunion.plage, Genre.REUNION, reunion=jour.reunion))
    return sorted(found, key=lambda s: s.plage)


def _side_by_side(blocs: Sequence[Stop]) -> list[Stop]:
    """Those that overlap share the width of their day."""
    placed: list[Stop] = []
    group: list[Stop] = []
    for bloc in blocs:
        if group and bloc.plage.debut >= max(b.plage.fin for b in group):
            placed += _in_lanes(group)
            group = []
        group.append(bloc)
    return placed + _in_lanes(group)


def _in_lanes(group: Sequence[Stop]) -> list[Stop]:
    ends: list[int] = []
    lanes = []
    for bloc in group:
        free = next((at for at, end in enumerate(ends) if end <= bloc.plage.debut), len(ends))
        ends[free : free + 1] = [bloc.plage.fin]
        lanes.append(free)
    return [_at(bloc, lane, len(ends)) for bloc, lane in zip(group, lanes, strict=True)]


def _at(bloc: Stop, lane: int, lanes: int) -> Stop:
    return Stop(bloc.jour, bloc.plage, bloc.genre, bloc.rendez_vous, bloc.reunion, lane, lanes)


def _pieces(ouverte: Plage, prises: Iterable[Plage]) -> list[Plage]:
    """What nothing takes, cut at half-hours."""
    found: list[Plage] = []
    debut = ouverte.debut
    for prise in (*sorted(prises), Plage(ouverte.fin, ouverte.fin)):
        while debut < min(prise.debut, ouverte.fin):
            fin = min((debut // HALF_HOUR + 1) * HALF_HOUR, prise.debut)
            if fin - debut >= _LEAST:
                found.append(Plage(debut, fin))
            debut = fin
        debut = max(debut, prise.fin)
    return found


def nearest(day: Sequence[Stop], minute: int) -> int:
    """The stop of a day that holds a minute, else the closest."""
    holding = [at for at, s in enumerate(day) if s.plage.debut <= minute < s.plage.fin]
    if holding:
        return holding[0]
    return min(range(len(day)), key=lambda at: abs(day[at].plage.debut - minute))
