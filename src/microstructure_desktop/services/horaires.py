"""Horaires: when each professional receives, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.agenda import Absence, Permanence
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.feries import ferie
from microstructure_desktop.domain.ids import MembreId

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

HORIZON = 62


@dataclass(frozen=True, slots=True)
class Horaires:
    """Every permanence and absence written down, read once."""

    permanences: tuple[Permanence, ...]
    absences: tuple[Absence, ...]

    def ecrits(self, membre: MembreId) -> bool:
        """Whether somebody has written any permanence down."""
        return any(p.membre == membre for p in self.permanences)

    def absent(self, membre: MembreId, le: date) -> bool:
        return any(a.membre == membre and a.couvre(le) for a in self.absences)

    def prevues(self, membre: MembreId, le: date) -> tuple[Plage, ...]:
        """What the weekly permanences say of a day, whatever happens on it."""
        siennes = (p for p in self.permanences if p.membre == membre and p.tenue(le))
        return tuple(sorted(Plage.entre(p.debut, p.fin) for p in siennes))

    def du_jour(self, membre: MembreId, le: date) -> tuple[Plage, ...]:
        """When somebody receives: nothing on a holiday, nor when they are away."""
        if ferie(le) is not None or self.absent(membre, le):
            return ()
        return self.prevues(membre, le)

    def prochaine(self, membre: MembreId, apres: date) -> tuple[date, Plage] | None:
        """The first presence after a day, within two months."""
        jours = (apres + timedelta(days=rang) for rang in range(1, HORIZON + 1))
        return next(((j, p[0]) for j in jours if (p := self.du_jour(membre, j))), None)


def horaires(work: "Work") -> Horaires:
    return Horaires(tuple(work.permanences.all()), tuple(work.absences.all()))
