"""A meeting taken up: what somebody was typing over it, who saved it last, who had asked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId, SyntheseId
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.synthese import Synthese

from . import drafts
from .reunis import under_each_id

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Brouillon:
    """What somebody was typing, and the revision they were typing over."""

    synthese: Synthese
    based_on: RevisionId | None


def draft_key(synthese_id: SyntheseId) -> str:
    return drafts.key(drafts.SYNTHESE, synthese_id)


def last_author(work: "Work", synthese_id: SyntheseId) -> MembreId:
    return work.revisions.history(synthese_id)[-1].author


def auteurs_of(
    work: "Work", synthese: Synthese, toutes: list[Synthese]
) -> dict[PatientId, tuple[MembreId, ...]]:
    """Who asked, among the questions that this meeting was the first to answer."""
    fin = synthese.close_le
    avant = [s for s in toutes if s.close_le and (fin is None or s.close_le < fin)]
    found: dict[PatientId, tuple[MembreId, ...]] = {}
    for question in ouvertes(work.questions.all(), avant):
        connus = found.get(question.patient, ())
        if question.membre not in connus and (fin is None or question.posee_le <= fin):
            found[question.patient] = (*connus, question.membre)
    return under_each_id(work, found)
