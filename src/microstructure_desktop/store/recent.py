"""What was written since an instant: by whom, about whom; no content is decoded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.revision import Operation

from .revisions import Revisions

_LAST = "select coalesce(max(seq), 0) from revision"
_HLC = "select hlc from revision where seq = ?"
_SINCE = (
    "select entity, kind, patient, author, at, op from revision "
    "where seq >= ? and at > ? and payload is not null order by seq"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A record that is there: who began it if it is new, else who saved it last, and when (UTC)."""

    entity: str
    kind: str
    patient: PatientId | None
    author: MembreId
    at: datetime
    new: bool


class Recent:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def since(self, at: datetime, kinds: Iterable[str]) -> list[Written]:
        """The records of some kinds saved after an instant and not voided since, latest first."""
        millis = int(at.timestamp() * 1000)
        first = self._first_after(millis)
        wanted = frozenset(kinds)
        found: dict[str, Written] = {}
        for entity, kind, patient, author, when, op in self._revisions.run(_SINCE, first, millis):
            known = found.pop(entity, None)
            if kind in wanted and op != Operation.VOID:
                found[entity] = _written(known, entity, kind, patient, author, when, op)
        return sorted(found.values(), key=lambda w: w.at, reverse=True)

    def _first_after(self, millis: int) -> int:
        """Halving finds the place without reading the rest: this clock never goes back."""
        wanted = (millis + 1) << 16
        low, high = 1, self._revisions.run(_LAST)[0][0] + 1
        while low < high:
            middle = (low + high) // 2
            if self._revisions.run(_HLC, middle)[0][0] >= wanted:
                high = middle
            else:
                low = middle + 1
        return low


def _written(known: Written | None, *row: Any) -> Written:
    entity, kind, patient, author, at, op = row
    when = datetime.fromtimestamp(at / 1000, UTC)
    if known is not None and known.new:
        return Written(entity, kind, patient, known.author, known.at, new=True)
    new = op == Operation.CREATE
    return Written(entity, kind, patient, MembreId(author), when, new=new)
