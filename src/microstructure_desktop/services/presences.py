"""What became of an appointment: awaited, come, absent; and how it is noted in one action."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, Issue, RendezVous
from microstructure_desktop.domain.creneaux import minutes
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId, RendezVousId
from microstructure_desktop.store.failures import RecordMissing

from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Actes:
    """The sessions to which somebody was to come, and which appointment one of them ended."""

    tous: tuple[Consultation, ...]
    par_rendez_vous: Mapping[RendezVousId, Consultation]


class EtatRendezVous(StrEnum):
    ATTENDU = "attendu"
    ARRIVE = "arrive"
    EN_COURS = "en_cours"
    FAIT = "fait"
    EXCUSE = "excuse"
    ABSENT = "absent"
    ANNULE = "annule"
    REPORTE = "reporte"


A_VENIR = (EtatRendezVous.ATTENDU, EtatRendezVous.ARRIVE)
"""Nothing is recorded yet."""
LIBERES = (EtatRendezVous.EXCUSE, EtatRendezVous.ANNULE, EtatRendezVous.REPORTE)
"""Known beforehand: somebody else may come instead."""

_ISSUES = {
    Issue.HONORE: EtatRendezVous.FAIT,
    Issue.ABSENT_EXCUSE: EtatRendezVous.EXCUSE,
    Issue.ABSENT_NON_EXCUSE: EtatRendezVous.ABSENT,
    Issue.ANNULE_PRO: EtatRendezVous.ANNULE,
    Issue.REPORTE: EtatRendezVous.REPORTE,
}


def actes_entre(work: "Work", premier: date, dernier: date) -> Actes:
    """The sessions of some days beside the appointments that they end."""
    found = work.consultations.between(premier, dernier)
    tous = tuple(a for a in found if not a.hors_rendez_vous)
    return Actes(tous, paired(work.rendez_vous.between(premier, dernier), tous))


def paired(
    prevus: Iterable[RendezVous], actes: Iterable[Consultation]
) -> dict[RendezVousId, Consultation]:
    """A session ends one appointment of its day: the one that awaited who came, then the nearest.

    Who came may not be who was awaited, so that any session ends an appointment left alone.
    """
    tenus: dict[tuple[PatientId, MembreId, date], list[Consultation]] = defaultdict(list)
    for acte in actes:
        tenus[acte.patient, acte.membre, acte.jour].append(acte)
    couples = [(r, a) for r in prevus for a in tenus.get((r.patient, r.membre, r.jour), ())]
    found: dict[RendezVousId, Consultation] = {}
    pris = set()
    for rendez_vous, acte in sorted(couples, key=lambda couple: _distance(*couple)):
        if rendez_vous.id not in found and acte.id not in pris:
            found[rendez_vous.id] = acte
            pris.add(acte.id)
    return found


def _distance(rendez_vous: RendezVous, acte: Consultation) -> tuple[bool, int]:
    ecart = minutes(rendez_vous.heure) - minutes(acte.heure)
    return rendez_vous.entourage != acte.entourage, abs(ecart)


def attendu(work: "Work", membre: MembreId, patient: PatientId, le: date) -> RendezVous | None:
    """The next appointment of a professional with somebody that nothing has ended that day."""
    actes = actes_entre(work, le, le)
    prevus = work.rendez_vous.between(le, le)
    siens = (r for r in prevus if (r.membre, r.patient) == (membre, patient))
    return next((r for r in siens if acte_de(r, actes) is None), None)


def acte_de(rendez_vous: RendezVous, actes: Actes) -> Consultation | None:
    return actes.par_rendez_vous.get(rendez_vous.id)


def etat(
    rendez_vous: RendezVous, acte: Consultation | None, *, en_cours: bool = False
) -> EtatRendezVous:
    """`en_cours`: a session with the person has been begun."""
    if acte is not None:
        return etat_de(acte)
    if en_cours:
        return EtatRendezVous.EN_COURS
    return EtatRendezVous.ARRIVE if rendez_vous.arrivee else EtatRendezVous.ATTENDU


def etat_de(acte: Consultation) -> EtatRendezVous:
    return _ISSUES[acte.issue]


def acte_du(office: Office, rendez_vous: RendezVous) -> ConsultationId:
    """Which session ended an appointment.

    Raises:
        RecordMissing: none did.
    """
    check(office, Permission.LISTE_SEANCES)
    with office.store.read() as work:
        found = acte_de(rendez_vous, actes_entre(work, rendez_vous.jour, rendez_vous.jour))
    if found is None:
        raise RecordMissing
    return found.id


def note_arrivee(office: Office, rendez_vous_id: RendezVousId) -> RendezVous:
    """Say that somebody is there and waits; said again, it is taken back."""
    check(office, Permission.ECRIRE_AGENDA)
    maintenant = office.now().astimezone().time().replace(second=0, microsecond=0)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.rendez_vous.get(rendez_vous_id)
        made = replace(known, arrivee=None if known.arrivee else maintenant)
        work.rendez_vous.save(made)
    return made
