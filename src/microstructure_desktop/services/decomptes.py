"""Forfaits counted from the store: those of one person, or all those of a period."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte, tous_les_forfaits
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import mois_plus_tard

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import RendezVous
    from microstructure_desktop.store.work import Work

    from .reference import Reference

A = TypeVar("A", bound=Acte)


@dataclass(frozen=True, slots=True)
class Regles:
    """What a forfait is counted with: who is who, who is never counted, which cycle."""

    roles: Mapping[MembreId, Role]
    aliases: Collection[PatientId]
    cycle: CycleForfait


def regles_of(work: "Work") -> Regles:
    roles = {m.id: m.role for m in work.equipe.all()}
    return Regles(roles, work.patients.aliases(), work.cabinet.get().cycle_forfait)


def decomptes_de(
    work: "Work",
    reference: "Reference",
    patient: PatientId,
    actes: Iterable[A],
    rendez_vous: "Iterable[RendezVous]",
    le: date,
) -> tuple[Decompte[A], ...]:
    """Every forfait of one person begun by a day, oldest first; none under an alias.

    It counts what it is given: `actes`, all of theirs unless it has to be counted without some.
    """
    regles = regles_of(work)
    if patient in regles.aliases:
        return ()
    return tous_les_forfaits(
        work.inclusions.of(patient),
        reference.programmes,
        actes,
        rendez_vous,
        regles.roles,
        le=le,
        rythme=regles.cycle,
    )


def decomptes(
    work: "Work", reference: "Reference", *, depuis: date, le: date, jusqua: date | None = None
) -> tuple[Decompte[Acte], ...]:
    """Every forfait open from one day to another, of everybody but aliases, in four readings.

    `jusqua`: with the years to come of those still followed. It reads the acts of the period and
    of the longest forfait before it, not the history.
    """
    inclusions = work.inclusions.followed_since(depuis)
    return decomptes_des(work, reference, inclusions, depuis=depuis, le=le, jusqua=jusqua)


def decomptes_des(
    work: "Work",
    reference: "Reference",
    inclusions: Iterable[Inclusion],
    *,
    depuis: date,
    le: date,
    jusqua: date | None = None,
) -> tuple[Decompte[Acte], ...]:
    """The same, when every episode of whoever is followed then has been read."""
    regles = regles_of(work)
    longest = max((p.duree_mois for p in reference.programmes.values()), default=0)
    return tous_les_forfaits(
        [i for i in inclusions if i.patient not in regles.aliases],
        reference.programmes,
        work.queries.activity(mois_plus_tard(depuis, -longest), le),
        work.rendez_vous.between(le, mois_plus_tard(jusqua or le, longest)),
        regles.roles,
        le=le,
        depuis=depuis,
        jusqua=jusqua,
        rythme=regles.cycle,
    )
