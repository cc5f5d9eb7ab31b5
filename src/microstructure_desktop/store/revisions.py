"""Append revisions and read them back: who saved what, when, and what it said."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from microstructure_desktop.domain.ids import MembreId, RevisionId, new_id
from microstructure_desktop.domain.revision import Change, Operation, Revision

from .chain import COLUMNS, Chain, Tip, commitment
from .failures import RecordMissing, StaleRevision
from .tables import KINDS, MEMBRE, Kind, T

_NAMES = ("seq", *COLUMNS, "salt", "payload", "commitment", "mac")
_INSERT = f"insert into revision ({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})"  # noqa: S608
_HEAD = (
    "select id, author, kind, case when op <> 'void' then payload end "
    "from revision where entity = ? order by seq desc limit 1"
)
_HISTORY = (
    "select id, kind, author, at, device, op, form, form_version "
    "from revision where entity = ? order by seq"
)
_AT = "select payload from revision where id = ?"
_MAC = "select mac from revision where entity = ? order by seq desc limit 1"
_ERASED = "select 1 from erasure where patient = ?"
_BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes in this transaction, and when."""

    author: MembreId
    at: datetime


class Revisions:
    """The revisions of one transaction. `tip` moves with each append, `changed` names the kinds,
    `written` says of each record how it was before and how it is now.
    """

    def __init__(
        self, connection: Connection, chain: Chain, tip: Tip, signature: Signature | None
    ) -> None:
        self._connection = connection
        # The path of a save goes straight to the driver: half of its time would be overhead.
        self._cursor = connection.connection.cursor()
        self._chain = chain
        self._signature = signature
        self.tip = tip
        self.changed: set[str] = set()
        self.written: dict[str, Change] = {}

    def run(self, sql: str, *values: Any) -> Sequence[Any]:
        return self._connection.exec_driver_sql(sql, values).fetchall()

    def write(self, kind: str, sql: str, *values: Any) -> None:
        """Change something, and remember what kind of thing.

        Raises:
            RuntimeError: the transaction was opened for reading.
        """
        if self._signature is None:
            raise RuntimeError("opened for reading")
        self._cursor.execute(sql, values)
        self.changed.add(kind)

    def remember(self, sql: str, *values: Any) -> None:
        """Change something in this connection's memory: nothing of it is in the file."""
        self._cursor.execute(sql, values)

    @property
    def signature(self) -> Signature:
        if self._signature is None:
            raise RuntimeError("opened for reading")
        return self._signature

    def get(self, kind: Kind[T], entity: str) -> T:
        """The current state of a record.

        Raises:
            RecordMissing: unknown, of another kind, or voided.
        """
        head = self._head(entity)
        if head is None or head.kind != kind.name or head.content is None:
            raise RecordMissing
        return kind.decode(head.content)

    def save(self, kind: Kind[T], record: T, based_on: RevisionId | None) -> RevisionId:
        """Append a revision of a record and make it the current state.

        Raises:
            StaleRevision: another revision came after `based_on`.
        """
        head = self._head(kind.identity(record))
        if based_on is not None and (head is None or head.id != based_on):
            raise StaleRevision(self._name(head.author) if head else "")
        op = Operation.EDIT if head else Operation.CREATE
        revision = self._append(kind, record, op, kind.encode(record).decode(), head)
        self._list(kind, record, head)
        return revision

    def put_back(self, entity: str, revision: RevisionId) -> RevisionId:
        """Make what a revision said the current state again, in a revision that says so.

        Raises:
            RecordMissing: unknown, voided by that revision, or legally erased.
        """
        head, kind = self._head(entity), self.kind_of(entity)
        if not any(r.id == revision and r.op is not Operation.VOID for r in self.history(entity)):
            raise RecordMissing
        payload = self.payload(revision)
        record = kind.decode(payload)
        made = self._append(kind, record, Operation.RESTORE, payload, head)
        self._list(kind, record, head)
        return made

    def kind_of(self, entity: str) -> Kind[Any]:
        """What a record is, current or not.

        Raises:
            RecordMissing: unknown.
        """
        head = self._head(entity)
        if head is None:
            raise RecordMissing
        return _BY_NAME[head.kind]

    def void(self, kind: Kind[T], entity: str, reason: str) -> RevisionId:
        """Take a record out of the current state; its history and the reason stay."""
        record = self.get(kind, entity)
        payload = msgspec.json.encode({"motif": reason}).decode()
        revision = self._append(kind, record, Operation.VOID, payload, self._head(entity))
        self.write(kind.name, kind.drop, *kind.place(record))
        return revision

    def head(self, entity: str) -> RevisionId | None:
        """The latest revision of a record, to pass back as `based_on`."""
        head = self._head(entity)
        return head.id if head else None

    def history(self, entity: str) -> list[Revision]:
        rows = self.run(_HISTORY, entity)
        return [_revision(entity, number, *row) for number, row in enumerate(rows, start=1)]

    def fingerprint(self) -> str:
        """Eight characters of the chain's head: printed, they date everything saved before."""
        return _printed(self.tip.last)

    def fingerprint_of(self, entity: str) -> str:
        """What the fingerprint was when this record was last written."""
        ((mac,),) = self.run(_MAC, entity)
        return _printed(mac)

    def at(self, revision: RevisionId) -> dict[str, Any]:
        """What a revision said, as stored."""
        content: dict[str, Any] = msgspec.json.decode(self.payload(revision), type=dict[str, Any])
        return content

    def payload(self, revision: RevisionId) -> str:
        """The stored text of a revision.

        Raises:
            RecordMissing: unknown, or legally erased.
        """
        rows = self.run(_AT, revision)
        if not rows or rows[0][0] is None:
            raise RecordMissing
        return str(rows[0][0])

    def _head(self, entity: str) -> "_Head | None":
        row = self._cursor.execute(_HEAD, (entity,)).fetchone()
        return _Head(*row) if row else None

    def _list(self, kind: Kind[T], record: T, head: "_Head | None") -> None:
        """Put the record's row where the lists read it now, and nowhere else."""
        if head and head.content is not None:
            former = kind.place(kind.decode(head.content))
            if former != kind.place(record):
                self.write(kind.name, kind.drop, *former)
        self.write(kind.name, kind.put, *kind.row(record, self.tip.seq))

    def _append(
        self, kind: Kind[T], record: T, op: Operation, payload: str, head: "_Head | None"
    ) -> RevisionId:
        signature, tip = self.signature, self.tip
        patient = kind.patient(record)
        if patient and self._cursor.execute(_ERASED, (patient,)).fetchone():
            raise RecordMissing
        at = int(signature.at.timestamp() * 1000)
        hlc = max(at << 16, tip.hlc + 1)
        revision = RevisionId(new_id())
        fields = (
            revision,
            kind.identity(record),
            kind.name,
            patient,
            getattr(record, "form", None),
            getattr(record, "form_version", None),
            op.value,
            signature.author,
            self._chain.device,
            tip.dseq + 1,
            at,
            hlc,
            head.id if head else "",
        )
        salt = secrets.token_bytes(16)
        committed = commitment(salt, payload)
        mac = self._chain.mac(tip.mac, fields, committed)
        self.write(kind.name, _INSERT, tip.seq + 1, *fields, salt, payload, committed, mac)
        self.tip = Tip(tip.seq + 1, tip.dseq + 1, hlc, mac, mac)
        self._note(kind.identity(record), kind.name, head, revision)
        return revision

    def _note(self, entity: str, kind: str, head: "_Head | None", made: RevisionId) -> None:
        known = self.written.get(entity)
        before = known.before if known else head.id if head else None
        self.written[entity] = Change(entity, kind, before, made)

    def _name(self, membre: str) -> str:
        try:
            return self.get(MEMBRE, membre).nom_affiche
        except RecordMissing:
            return ""


def _printed(mac: bytes) -> str:
    return mac.hex()[:8].upper()


def _revision(entity: str, number: int, *row: Any) -> Revision:
    id_, kind, author, at, device, op, form, form_version = row
    return Revision(
        id=RevisionId(id_),
        entity=entity,
        kind=kind,
        number=number,
        author=MembreId(author),
        at=datetime.fromtimestamp(at / 1000, UTC),
        device=device,
        op=Operation(op),
        form=form,
        form_version=form_version,
    )


class _Head(NamedTuple):
    """`content` is what the record says now; None once voided or erased."""

    id: RevisionId
    author: str
    kind: str
    content: str | None
