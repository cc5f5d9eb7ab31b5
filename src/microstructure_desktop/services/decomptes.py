"""Forfaits counted from the store: those of one person, or all those of a period."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.decompte import Decompte, tous_les_forfaits
from microstructure_desktop.domain.periods import mois_plus_tard

from .suivi import regles_of

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Acte, Consultation
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work

    from .reference import Reference


def decomptes_de(
    work: "Work", reference: "Reference", patient: "PatientId", le: date
) -> "tuple[Decompte[Consultation], ...]":
    """Every forfait of one person begun by a day, oldest first; none under an alias.

    The acts are whole: whoever shows them asks first what the reader may read.
    """
    regles = regles_of(work)
    if patient in regles.aliases:
        return ()
    return tous_les_forfaits(
        work.inclusions.of(patient),
        reference.programmes,
        work.consultations.of(patient),
        work.rendez_vous.of(patient),
        regles.roles,
        le=le,
        rythme=regles.cycle,
    )


def decomptes(
    work: "Work", reference: "Reference", *, depuis: date, le: date, jusqua: date | None = None
) -> "tuple[Decompte[Acte], ...]":
    """Every forfait open from one day to another, of everybody but aliases, in four readings.

    `jusqua`: with the years to come of those still followed. It reads the acts of the period and
    of the longest forfait before it, not the history.
    """
    regles = regles_of(work)
    longest = max((p.duree_mois for p in reference.programmes.values()), default=0)
    return tous_les_forfaits(
        [i for i in work.inclusions.all() if i.patient not in regles.aliases],
        reference.programmes,
        work.queries.activity(mois_plus_tard(depuis, -longest), le),
        work.rendez_vous.between(le, mois_plus_tard(jusqua or le, longest)),
        regles.roles,
        le=le,
        depuis=depuis,
        jusqua=jusqua,
        rythme=regles.cycle,
    )
