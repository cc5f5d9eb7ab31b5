"""Propose somebody for the next meeting, outside any session."""

from typing import TYPE_CHECKING

from . import drafts, suites
from .access import Permission, check
from .patients import Formulaire
from .reunis import courant

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Question
    from microstructure_desktop.domain.ids import PatientId

    from .office import Office


TEXTE = "texte"
"""What its draft holds."""


def sujet(patient_id: "PatientId") -> str:
    """The subject of the draft of a question."""
    return Formulaire.QUESTION.sujet(patient_id)


def proposer(office: "Office", patient_id: "PatientId", texte: str) -> "Question":
    """Put a question about somebody; it rewords the one that its author has waiting.

    Raises:
        AccessDenied: the role takes no part in meetings.
    """
    check(office, Permission.REUNION)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.drafts.drop(drafts.key(drafts.PATIENT, sujet(patient_id)), office.membre.id)
        patient = courant(work, patient_id)
        suites.ask(work, office, patient, texte)
        asked = suites.open_question(work, office.membre.id, patient)
    assert asked is not None
    return asked
