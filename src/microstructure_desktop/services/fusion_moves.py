"""Hand what is recorded about one person over to another record, and back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.store.failures import RecordMissing

from . import drafts
from .reunis import courant

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.records import PatientRecords
    from microstructure_desktop.store.work import Work

DRAFT = "draft"
Moved = tuple[str, str]
"""The kind of something, and its id; of a draft, its author and its key."""


def records(work: "Work") -> "dict[str, PatientRecords[Any]]":
    """Everything that is recorded about one person, by kind.

    A meeting is about several, and what is added to its minutes stays with it.
    """
    found: tuple[PatientRecords[Any], ...] = (
        work.inclusions,
        work.consultations,
        work.rendez_vous,
        work.questions,
        work.fiches,
        work.declarations,
        work.bris_de_glace,
        work.intervenants,
        work.documents,
        work.lettres,
        work.suites,
        work.facturations,
        work.conservations,
        work.demandes,
    )
    return {each.kind.name: each for each in found}


def moving(work: "Work") -> "dict[str, PatientRecords[Any]]":
    """What a merge moves: who passed over the objections of one record read that one only."""
    found = records(work)
    del found[work.bris_de_glace.kind.name]
    return found


def hand_over(work: "Work", de: "PatientId", a: "PatientId") -> tuple[Moved, ...]:
    """Everything about one person becomes about another, and what was moved is told."""
    moved = []
    for kind, each in moving(work).items():
        for record in each.of(de):
            each.save(replace(record, patient=a))
            moved.append((kind, record.id))
    return (*moved, *_hand_drafts_over(work, de, a))


def hand_back(work: "Work", moved: Iterable[Moved], de: "PatientId", a: "PatientId") -> int:
    """Give back what was moved; how many of them are not there any more."""
    gone, known = 0, records(work)
    for kind, name in moved:
        if kind == DRAFT:
            membre, _, key = name.partition("/")
            _move_draft(work, MembreId(membre), key, de, a)
        elif kind in known:
            gone += not _move_back(work, known[kind], name, de, a)
    return gone


def follow(work: "Work", kind: str, record_id: str) -> None:
    """What comes back after its record became part of another one is found there, and goes with
    the rest when they are made two again.
    """
    record = work.undoing.last(record_id)
    patient, kept = record.patient, courant(work, record.patient)
    if patient == kept:
        return
    records(work)[kind].save(replace(record, patient=kept))
    joined = {f.absorbe: f for f in work.fusions.all() if not f.annulee}
    while (fusion := joined.get(patient)) is not None:
        work.fusions.save(replace(fusion, deplaces=(*fusion.deplaces, (kind, record_id))))
        patient = fusion.garde


def _move_back(
    work: "Work", each: "PatientRecords[Any]", record_id: str, de: "PatientId", a: "PatientId"
) -> bool:
    """What was cancelled since stays so, in the record where it would come back."""
    try:
        record = work.undoing.last(record_id)
    except RecordMissing:  # legally erased
        return False
    voided = work.undoing.voided(record_id)
    if record.patient == de:
        reason = _reason(work, record_id) if voided else ""
        each.save(replace(record, patient=a))
        if voided:
            work.undoing.void(record_id, reason)
    return not voided


def _reason(work: "Work", record_id: str) -> str:
    """Why a record was cancelled."""
    head = work.revisions.history(record_id)[-1].id
    return str(work.revisions.at(head)["motif"])


def _hand_drafts_over(work: "Work", de: "PatientId", a: "PatientId") -> list[Moved]:
    moved = []
    for membre in work.equipe.all():
        for draft in work.drafts.all(membre.id):
            if draft.payload.get(drafts.PATIENT) == de:
                key = _move_draft(work, membre.id, draft.key, de, a)
                moved += [(DRAFT, f"{membre.id}/{key}")] if key else []
    return moved


def _move_draft(work: "Work", membre: MembreId, key: str, de: "PatientId", a: "PatientId") -> str:
    """The key under which an unfinished text is now; nothing when the other record has its own."""
    renamed = key.replace(de, a)
    draft = work.drafts.get(key, membre)
    if draft is None or (renamed != key and work.drafts.get(renamed, membre) is not None):
        return ""
    work.drafts.drop(key, membre)
    work.drafts.put(renamed, membre, {**draft.payload, drafts.PATIENT: a})
    return renamed
