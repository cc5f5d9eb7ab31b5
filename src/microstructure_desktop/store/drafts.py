"""Drafts: what somebody was typing, per author; replaced as they type, never a revision."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from microstructure_desktop.domain.ids import MembreId

from .revisions import Revisions

T = TypeVar("T")
KIND = "draft"
_PUT = (
    "insert into draft (membre, key, payload, at) values (?, ?, ?, ?) "
    "on conflict (membre, key) do update set payload = excluded.payload, at = excluded.at"
)
_GET = "select key, payload, at from draft where membre = ? and key = ?"
_ALL = "select key, payload, at from draft where membre = ? order by at desc, key"
_BEGUN = "select key, payload, at from draft where key >= ? and key < ? order by key, membre"
_DROP = "delete from draft where membre = ? and key = ?"


@dataclass(frozen=True, slots=True)
class Draft:
    """`at` is when it was last typed into, in UTC."""

    key: str
    payload: dict[str, Any]
    at: datetime


class Drafts:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def put(self, key: str, membre: MembreId, payload: object) -> None:
        """Keep a dict of texts, or a frozen dataclass of the domain."""
        content = msgspec.json.encode(payload).decode()
        at = int(self._revisions.signature.at.timestamp() * 1000)
        self._revisions.write(KIND, _PUT, membre, key, content, at)

    def get(self, key: str, membre: MembreId) -> Draft | None:
        rows = self._revisions.run(_GET, membre, key)
        return _draft(*rows[0]) if rows else None

    def get_as(self, key: str, membre: MembreId, content: type[T]) -> T | None:
        """A draft kept as a dataclass."""
        draft = self.get(key, membre)
        return msgspec.convert(draft.payload, content) if draft is not None else None

    def all(self, membre: MembreId) -> list[Draft]:
        """The latest first."""
        return [_draft(*row) for row in self._revisions.run(_ALL, membre)]

    def begun(self, genre: str) -> list[Draft]:
        """Everybody's drafts of one kind: only to count them, their texts are their author's."""
        return [_draft(*row) for row in self._revisions.run(_BEGUN, f"{genre}:", f"{genre};")]

    def drop(self, key: str, membre: MembreId) -> None:
        self._revisions.write(KIND, _DROP, membre, key)


def _draft(key: str, payload: str, at: int) -> Draft:
    content: dict[str, Any] = msgspec.json.decode(payload, type=dict[str, Any])
    return Draft(key, content, datetime.fromtimestamp(at / 1000, UTC))
