"""Propose somebody for the next meeting, outside any session."""

from typing import TYPE_CHECKING

from . import suites
from .access import Permission, check
from .reunis import courant

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Question
    from microstructure_desktop.domain.ids import PatientId

    from .office import Office


def proposer(office: "Office", patient_id: "PatientId", texte: str) -> "Question":
    """Put a question about somebody; it rewords the one that its author has waiting.

    Raises:
        AccessDenied: the role takes no part in meetings.
    """
    check(office, Permission.REUNION)
    with office.store.begin(office.membre.id, office.now()) as work:
        patient = courant(work, patient_id)
        suites.ask(work, office, patient, texte)
        asked = suites.open_question(work, office.membre.id, patient)
    assert asked is not None
    return asked
