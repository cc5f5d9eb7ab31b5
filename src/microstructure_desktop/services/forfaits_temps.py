"""Each person's part of the time of the microstructure since January: to look at, nothing more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.activite import (
    duree,
    minutes_des_actes,
    psychiatre_minutes,
)
from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.temps_reparti import repartir

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Parts:
    """Minutes by person, shared by the days of forfait since `depuis`; the two totals."""

    depuis: date
    concertation: int = 0
    psychiatre: int = 0
    parts_concertation: Mapping[PatientId, int] = field(default_factory=dict)
    parts_psychiatre: Mapping[PatientId, int] = field(default_factory=dict)


def parts(work: "Work", decomptes: tuple[Decompte[Acte], ...], le: date) -> Parts:
    """From 1 January: closed synthesis meetings, and all that the psychiatrists held."""
    depuis = date(le.year, 1, 1)
    membres = {m.id: m for m in work.equipe.all()}
    held = [s for s in work.syntheses.all() if s.close and depuis <= s.jour <= le]
    others = [r for r in work.reunions.all() if depuis <= r.jour <= le]
    seen = work.queries.activity_of(Role.PSYCHIATRE, depuis, le)
    concertation = sum(duree(s) for s in held)
    psychiatre = minutes_des_actes(a for a in seen if a.honoree)
    psychiatre += sum(psychiatre_minutes(s, membres) for s in held)
    psychiatre += sum(psychiatre_minutes(r, membres) for r in others)
    cycles = [d.cycle for d in decomptes]
    return Parts(
        depuis,
        concertation,
        psychiatre,
        repartir(concertation, cycles, depuis, le),
        repartir(psychiatre, cycles, depuis, le),
    )
