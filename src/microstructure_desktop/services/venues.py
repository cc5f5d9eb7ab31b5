"""When somebody came and whom they met: what the reception plans with, nothing of the care."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.decompte import du_suivi
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.forfait import Compteur

from .access import Permission, check
from .cercle import autour_de
from .decomptes import decomptes_de
from .office import Office, today
from .suivi import courante

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

SHOWN = 30
"""The latest: what was before helps nobody to plan."""


@dataclass(frozen=True, slots=True)
class Venue:
    """`issue` None: still to come."""

    jour: date
    heure: time
    membre: Membre | None
    issue: Issue | None


@dataclass(frozen=True, slots=True)
class Venues:
    """Soonest first to come, latest first before. `compteurs`: acts of the forfait, by role."""

    a_venir: tuple[Venue, ...]
    passees: tuple[Venue, ...]
    compteurs: tuple[Compteur, ...]


def venues(office: Office, patient_id: "PatientId") -> Venues:
    """Dates, who, and what is left of the forfait; work without the person is not there.

    Whom the person objects to sees their own alone.
    """
    check(office, Permission.LISTE_SEANCES)
    le = today(office)
    with office.store.read() as work:
        membres = {m.id: m for m in work.equipe.all()}
        actes = work.consultations.of(patient_id)
        seen = autour_de(office, work, patient_id).ouverts(actes)
        prevus = [r for r in work.rendez_vous.of(patient_id) if r.jour >= le]
        comptes = decomptes_de(work, office.reference, patient_id, actes, prevus, le)
        forfait = du_suivi(comptes, courante(work.inclusions.of(patient_id), le), le)
    kept = {(a.jour, a.membre) for a in actes if not a.hors_rendez_vous}
    coming = [r for r in prevus if (r.jour, r.membre) not in kept]
    came = [a for a in seen if not a.sans_patient]
    return Venues(
        tuple(Venue(r.jour, r.heure, membres.get(r.membre), None) for r in coming),
        tuple(
            Venue(a.jour, a.heure, membres.get(a.membre), a.issue) for a in reversed(came[-SHOWN:])
        ),
        forfait.compteurs if forfait is not None else (),
    )
