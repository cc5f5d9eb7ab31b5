"""What « Terminer » asks of the store: the doubts not answered yet, else the record."""

from dataclasses import dataclass
from functools import partial

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.ids import ConsultationId, PatientId, RevisionId
from microstructure_desktop.domain.revision import Change
from microstructure_desktop.services import consultations, seance_checks
from microstructure_desktop.services.annulation import noted
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
    """Either doubts to put, or what was recorded and all that it changed."""

    doutes: tuple[Doute, ...] = ()
    consultation: Consultation | None = None
    changes: tuple[Change, ...] = ()


def finish(office: Office, request: Request) -> Outcome:
    """Record the session unless it raises a doubt for the first time."""
    asked = seance_checks.doutes(office, request.id, request.patient_id, request.saisie)
    fresh = tuple(doute for doute in asked if doute not in request.accepted)
    if fresh:
        return Outcome(doutes=fresh)
    record = partial(
        consultations.record,
        seance_id=request.id,
        patient_id=request.patient_id,
        saisie=request.saisie,
        based_on=request.based_on,
    )
    fait = noted(office, record)
    return Outcome(consultation=fait.result, changes=fait.changes)
