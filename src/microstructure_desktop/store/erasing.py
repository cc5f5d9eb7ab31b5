"""Erase people for good: what was said of them is emptied, and what names others is said again."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId
from microstructure_desktop.domain.synthese import Synthese

from .drafts import KIND as DRAFT
from .revisions import Revisions
from .tables import DOCUMENT, KINDS, PATIENT, SYNTHESE

_ERASED = "insert into erasure (patient, at, author, reason) values (?, ?, ?, ?)"
_KNOWN = "select patient, at, author, reason from erasure order by at, patient"
_PEOPLE = "select distinct entity from revision where kind = 'patient'"
_FIRST_AUTHOR = "select author from revision order by seq limit 1"
_OWN = """
select r.entity, r.kind from revision r
join (
    select entity, max(seq) as last from revision
    where entity in (select entity from revision where patient in (select value from json_each(?1)))
    group by entity
) h on h.last = r.seq
where r.patient in (select value from json_each(?1))
"""
_EMPTY = """
update revision set payload = null, salt = null
where payload is not null and patient in (select value from json_each(?))
"""
# What is theirs now may have been written under another record, before two were made one.
_ELSEWHERE = """
select id from revision where payload is not null and entity in (select value from json_each(?))
"""
_NAMED = """
select entity, id from revision
where patient is null and payload is not null
and exists (select 1 from json_each(?) q where instr(payload, q.value))
"""
_MARK = "insert into effacement (revision, patient) values (?, ?)"
_EMPTY_ONE = "update revision set payload = null, salt = null where id = ?"
_DRAFTS = "select membre, key, payload from draft"
_DROP_DRAFT = "delete from draft where membre = ? and key = ?"
_SAY_DRAFT = "update draft set payload = ? where membre = ? and key = ?"
_PIECES = "delete from piece where patient in (select value from json_each(?))"
_LISTED = "delete from {} where id in (select value from json_each(?))"
REPLAYED = "rejeu"
WITHOUT = "effacement"


@dataclass(frozen=True, slots=True)
class Bilan:
    """What an erasure did: how many contents were emptied, and records said again without."""

    patients: tuple[PatientId, ...]
    contenus: int
    reecrits: int


@dataclass(frozen=True, slots=True)
class Trace:
    """Who was erased, known by an id that means nothing; when (UTC), by whom and why."""

    patient: PatientId
    at: datetime
    author: MembreId
    reason: str


class Erasing:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def erase(self, who: Iterable[PatientId], reason: str, le: date) -> Bilan:
        """Empty everything about these people, under each of their records.

        `le` is the day that minutes say afterwards. Whoever is erased already is left out.
        """
        done = {trace.patient for trace in self.register()}
        people = tuple(sorted(set(who) - done))
        if not people:
            return Bilan((), 0, 0)
        signature = self._revisions.signature
        at = int(signature.at.timestamp() * 1000)
        for patient in people:
            self._revisions.write(PATIENT.name, _ERASED, patient, at, signature.author, reason)
        before = self._filled()
        own = self._own(people)
        gone = frozenset((*people, *own))
        said_again = self._say_again_without(people, gone, le)
        self._revisions.write(PATIENT.name, _EMPTY, json.dumps(people))
        self._empty(people[0], self._ids(_ELSEWHERE, json.dumps(list(own))))
        self._drop_lists(own)
        self._revisions.write(DOCUMENT.name, _PIECES, json.dumps(people))
        self._clean_drafts(gone, said_again)
        return Bilan(people, before - self._filled() + len(said_again), len(said_again))

    def register(self) -> list[Trace]:
        """What is kept of each erasure, the first one first."""
        return [
            Trace(PatientId(patient), datetime.fromtimestamp(at / 1000, UTC), MembreId(who), reason)
            for patient, at, who, reason in self._revisions.run(_KNOWN)
        ]

    def people(self) -> list[PatientId]:
        """Everybody who ever had a record here, erased or not."""
        return [PatientId(p) for (p,) in self._revisions.run(_PEOPLE)]

    def first_author(self) -> MembreId | None:
        """Who wrote here first."""
        rows = self._revisions.run(_FIRST_AUTHOR)
        return MembreId(rows[0][0]) if rows else None

    def _filled(self) -> int:
        ((count,),) = self._revisions.run("select count(payload) from revision")
        return int(count)

    def _own(self, people: Sequence[PatientId]) -> dict[str, str]:
        """The records that are theirs now, with their kinds."""
        return dict(map(tuple, self._revisions.run(_OWN, json.dumps(people))))

    def _ids(self, sql: str, *values: str) -> list[str]:
        return [revision for (revision,) in self._revisions.run(sql, *values)]

    def _say_again_without(
        self, people: Sequence[PatientId], gone: frozenset[str], le: date
    ) -> dict[str, str]:
        """Former head by head: what named them says the rest in a new revision, if it can."""
        named: dict[str, list[str]] = {}
        for entity, revision in self._revisions.run(_NAMED, json.dumps(people)):
            named.setdefault(entity, []).append(revision)
        moved: dict[str, str] = {}
        for entity, revisions in named.items():
            head = self._revisions.head(entity)
            if head is not None and head in revisions:
                moved[head] = self._without(entity, head, gone, le)
            self._empty(people[0], revisions)
        return moved

    def _without(self, entity: str, head: RevisionId, gone: frozenset[str], le: date) -> RevisionId:
        """The record without whoever is gone; taken back when nothing is left to say then."""
        kind = self._revisions.kind_of(entity)
        content = msgspec.json.decode(self._revisions.payload(head))
        kept = _scrubbed(content, gone)
        if _mentions(json.dumps(kept), gone):
            return self._revisions.void(kind, entity, WITHOUT)
        record = kind.decode(json.dumps(kept))
        if isinstance(record, Synthese) and record.close:
            lost = self._revisions.get(SYNTHESE, entity).evoquees - record.evoquees
            record = replace(record, effacees=(*record.effacees, *[le] * lost))
        return self._revisions.save(kind, record, None)

    def _empty(self, patient: PatientId, revisions: Iterable[str]) -> None:
        for revision in revisions:
            self._revisions.write(PATIENT.name, _MARK, revision, patient)
            self._revisions.write(PATIENT.name, _EMPTY_ONE, revision)

    def _drop_lists(self, own: dict[str, str]) -> None:
        for kind in KINDS:
            theirs = [entity for entity, name in own.items() if name == kind.name]
            if theirs:
                self._revisions.write(kind.name, _LISTED.format(kind.name), json.dumps(theirs))

    def _clean_drafts(self, gone: frozenset[str], moved: dict[str, str]) -> None:
        """Texts under way: those about them go, a meeting's stays without them."""
        for membre, key, payload in self._revisions.run(_DRAFTS):
            if not _mentions(key, gone) and not _mentions(payload, gone):
                continue
            kept = json.dumps(_scrubbed(json.loads(payload), gone), ensure_ascii=False)
            if _mentions(key, gone) or _mentions(kept, gone):
                self._revisions.write(DRAFT, _DROP_DRAFT, membre, key)
                continue
            for former, head in moved.items():
                kept = kept.replace(former, head)
            self._revisions.write(DRAFT, _SAY_DRAFT, kept, membre, key)


def _scrubbed(value: Any, gone: frozenset[str]) -> Any:
    """The same content without the items of lists that are, or are about, whoever is gone."""
    if isinstance(value, dict):
        return {key: _scrubbed(each, gone) for key, each in value.items()}
    if isinstance(value, list):
        return [_scrubbed(each, gone) for each in value if not _about(each, gone)]
    return value


def _about(item: Any, gone: frozenset[str]) -> bool:
    if isinstance(item, dict):
        return item.get("patient") in gone
    return isinstance(item, str) and item in gone


def _mentions(text: str, gone: frozenset[str]) -> bool:
    return any(name in text for name in gone)
