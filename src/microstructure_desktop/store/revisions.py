"""Append revisions and read them back: who saved what, when, and what it said."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection

from microstructure_desktop.domain.ids import MembreId, RevisionId, new_id
from microstructure_desktop.domain.revision import Operation, Revision

from .chain import COLUMNS, Chain, Tip, commitment
from .failures import RecordMissing, StaleRevision
from .tables import MEMBRE, Kind, T

_NAMES = ("seq", *COLUMNS, "salt", "payload", "commitment", "mac")
_INSERT = f"insert into revision ({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})"  # noqa: S608
_HEAD = "select id, author from revision where entity = ? order by seq desc limit 1"
_HISTORY = (
    "select id, entity, kind, author, at, device, op, form, form_version "
    "from revision where entity = ? order by seq"
)
_AT = "select payload from revision where id = ?"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes in this transaction, and when."""

    author: MembreId
    at: datetime


class Revisions:
    """The revisions of one transaction. `tip` moves with each append, `changed` names the kinds."""

    def __init__(
        self, connection: Connection, chain: Chain, tip: Tip, signature: Signature | None
    ) -> None:
        self._connection = connection
        self._chain = chain
        self._signature = signature
        self.tip = tip
        self.changed: set[str] = set()

    def run(self, sql: str, *values: Any) -> Sequence[Any]:
        return self._connection.exec_driver_sql(sql, values).fetchall()

    def write(self, kind: str, sql: str, *values: Any) -> None:
        """Change something, and remember what kind of thing.

        Raises:
            RuntimeError: the transaction was opened for reading.
        """
        if self._signature is None:
            raise RuntimeError("opened for reading")
        self._connection.exec_driver_sql(sql, values)
        self.changed.add(kind)

    @property
    def signature(self) -> Signature:
        if self._signature is None:
            raise RuntimeError("opened for reading")
        return self._signature

    def save(self, kind: Kind[T], record: T, based_on: RevisionId | None) -> RevisionId:
        """Append a revision of a record and make it the current state."""
        entity = kind.identity(record)
        revision = self._append(kind, entity, record, based_on)
        self.write(kind.name, kind.put, entity, self.tip.seq, *kind.values(record))
        return revision

    def void(self, kind: Kind[T], entity: str, reason: str) -> RevisionId:
        """Take a record out of the current state; its history and the reason stay."""
        rows = self.run(kind.one, entity)
        if not rows:
            raise RecordMissing
        revision = self._append(kind, entity, kind.decode(rows[0][0]), None, reason)
        self.write(kind.name, kind.drop, entity)
        return revision

    def head(self, entity: str) -> RevisionId | None:
        """The latest revision of a record, to pass back as `based_on`."""
        rows = self.run(_HEAD, entity)
        return RevisionId(rows[0][0]) if rows else None

    def history(self, entity: str) -> list[Revision]:
        return [
            Revision(
                RevisionId(id_),
                entity,
                kind,
                number,
                MembreId(author),
                datetime.fromtimestamp(at / 1000, UTC),
                device,
                Operation(op),
                form,
                form_version,
            )
            for number, (
                id_,
                entity,
                kind,
                author,
                at,
                device,
                op,
                form,
                form_version,
            ) in enumerate(self.run(_HISTORY, entity), start=1)
        ]

    def at(self, revision: RevisionId) -> dict[str, Any]:
        """What a revision said.

        Raises:
            RecordMissing: unknown, or legally erased.
        """
        rows = self.run(_AT, revision)
        if not rows or rows[0][0] is None:
            raise RecordMissing
        content: dict[str, Any] = msgspec.json.decode(rows[0][0], type=dict[str, Any])
        return content

    def _append(
        self,
        kind: Kind[T],
        entity: str,
        record: T,
        based_on: RevisionId | None,
        reason: str | None = None,
    ) -> RevisionId:
        signature, tip = self.signature, self.tip
        head = self.run(_HEAD, entity)
        if based_on is not None and (not head or head[0][0] != based_on):
            raise StaleRevision(self._name(head[0][1]) if head else "")
        if reason is None:
            op, payload = (Operation.EDIT if head else Operation.CREATE), kind.encode(record)
        else:
            op, payload = Operation.VOID, msgspec.json.encode({"motif": reason}).decode()
        at = int(signature.at.timestamp() * 1000)
        hlc = max(at << 16, tip.hlc + 1)
        revision = RevisionId(new_id())
        fields = (
            revision,
            entity,
            kind.name,
            kind.patient(record),
            getattr(record, "form", None),
            getattr(record, "form_version", None),
            op.value,
            signature.author,
            self._chain.device,
            tip.dseq + 1,
            at,
            hlc,
            head[0][0] if head else "",
        )
        salt = secrets.token_bytes(16)
        committed = commitment(salt, payload)
        mac = self._chain.mac(tip.mac, fields, committed)
        self.write(kind.name, _INSERT, tip.seq + 1, *fields, salt, payload, committed, mac)
        self.tip = Tip(tip.seq + 1, tip.dseq + 1, hlc, mac)
        return revision

    def _name(self, membre: str) -> str:
        rows = self.run(MEMBRE.one, membre)
        return MEMBRE.decode(rows[0][0]).nom_affiche if rows else ""
