"""What « Terminer » asks of the store: the doubts not answered yet, else the record."""

from dataclasses import dataclass

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.ids import ConsultationId, PatientId, RevisionId
from microstructure_desktop.services import consultations, seance_checks
from microstructure_desktop.services.consultations import SeanceSaisie
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.seance_checks import Doute


@dataclass(frozen=True, slots=True)
class Request:
    """`accepted`: the doubts already put to the person; finishing again is the answer."""

    id: ConsultationId
    patient_id: PatientId
    saisie: SeanceSaisie
    based_on: RevisionId | None
    accepted: frozenset[Doute]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Either doubts to put, or what was recorded."""

    doutes: tuple[Doute, ...] = ()
    consultation: Consultation | None = None


def finish(office: Office, request: Request) -> Outcome:
    """Record the session unless it raises a doubt for the first time."""
    asked = seance_checks.doutes(office, request.id, request.patient_id, request.saisie)
    fresh = tuple(doute for doute in asked if doute not in request.accepted)
    if fresh:
        return Outcome(doutes=fresh)
    made = consultations.record(
        office, request.id, request.patient_id, request.saisie, request.based_on
    )
    return Outcome(consultation=made)
