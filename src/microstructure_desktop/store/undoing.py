"""Take records out of the current state and bring them back, whatever their kind."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId
from microstructure_desktop.domain.revision import Change

from .failures import NotVoided, RecordMissing
from .revisions import Revisions

_VOIDED = (
    "select entity, kind, patient, author, at, payload from revision r "
    "where op = 'void' and at >= ? "
    "and not exists (select 1 from revision l where l.entity = r.entity and l.seq > r.seq) "
    "order by seq desc"
)
_SAYS = "select op, payload from revision where id = ?"
_LAST_SAID = "select id from revision where entity = ? and op <> 'void' order by seq desc limit 1"
_VOID = "void"


@dataclass(frozen=True, slots=True)
class Voided:
    """A record out of the current state: by whom, when (UTC), why."""

    entity: str
    kind: str
    patient: PatientId | None
    author: MembreId
    at: datetime
    reason: str


class Undoing:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def void(self, entity: str, reason: str) -> RevisionId:
        """Take a record out of the current state; its history and the reason stay.

        Raises:
            RecordMissing: unknown, or voided already.
        """
        return self._revisions.void(self._revisions.kind_of(entity), entity, reason)

    def restore(self, entity: str) -> RevisionId:
        """Bring a voided record back as it was.

        Raises:
            RecordMissing: unknown, or legally erased.
            NotVoided: it is there.
        """
        if not self.voided(entity):
            raise NotVoided
        return self._revisions.put_back(entity, self._last_said(entity))

    def voided(self, entity: str) -> bool:
        """Whether a record was there and is not any more."""
        head = self._revisions.head(entity)
        return head is not None and self._says(head)[0] == _VOID

    def last(self, entity: str) -> Any:
        """What a record said last, voided or not.

        Raises:
            RecordMissing: unknown, or legally erased.
        """
        kind = self._revisions.kind_of(entity)
        return kind.decode(self._revisions.payload(self._last_said(entity)))

    def since(self, at: datetime) -> list[Voided]:
        """What was voided after an instant and not brought back, the latest first."""
        rows = self._revisions.run(_VOIDED, int(at.timestamp() * 1000))
        return [_voided(*row) for row in rows]

    def stands(self, change: Change) -> bool:
        """Whether the record still says what the change left it saying."""
        head = self._revisions.head(change.entity)
        return head is not None and self._same(head, change.after)

    def undo(self, change: Change, reason: str) -> None:
        """Make the record what it was before the change; `reason` when it was not there."""
        before, after = change.before, change.after
        if before is None or self._says(before)[0] == _VOID:
            if self._says(after)[0] != _VOID:
                self.void(change.entity, reason)
        elif not self._same(before, after):
            self._revisions.put_back(change.entity, before)

    def _last_said(self, entity: str) -> RevisionId:
        rows = self._revisions.run(_LAST_SAID, entity)
        if not rows:
            raise RecordMissing
        return RevisionId(rows[0][0])

    def _same(self, one: RevisionId, other: RevisionId) -> bool:
        """The same state, whoever wrote it; two voids are one state, whatever their reasons."""
        said, also = self._says(one), self._says(other)
        if _VOID in (said[0], also[0]):
            return said[0] == also[0]
        return said[1] is not None and said[1] == also[1]

    def _says(self, revision: RevisionId) -> tuple[str, str | None]:
        op, payload = self._revisions.run(_SAYS, revision)[0]
        return op, payload


def _voided(
    entity: str, kind: str, patient: PatientId | None, author: str, at: int, payload: str | None
) -> Voided:
    reason = msgspec.json.decode(payload, type=dict[str, str])["motif"] if payload else ""
    when = datetime.fromtimestamp(at / 1000, UTC)
    return Voided(entity, kind, patient, MembreId(author), when, reason)
