"""What became of an appointment: awaited, come, absent; and how it is noted in one action."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, Issue, RendezVous
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId, RendezVousId
from microstructure_desktop.store.failures import RecordMissing

from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

Actes = Mapping[tuple[PatientId, MembreId, date], Consultation]


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
    """The sessions that end an appointment, by person, professional and day."""
    found = work.consultations.between(premier, dernier)
    return {(a.patient, a.membre, a.jour): a for a in found if not a.hors_rendez_vous}


def acte_de(rendez_vous: RendezVous, actes: Actes) -> Consultation | None:
    return actes.get((rendez_vous.patient, rendez_vous.membre, rendez_vous.jour))


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
