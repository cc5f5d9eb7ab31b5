"""The HMAC chain of revisions: each row vouches for all those its device wrote before."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from .chain_keys import Derives

COLUMNS = (
    "id",
    "entity",
    "kind",
    "patient",
    "form",
    "form_version",
    "op",
    "author",
    "device",
    "dseq",
    "at",
    "hlc",
    "parents",
)
"""What a row's MAC covers, with its commitment and the MAC before it."""

ROWS = (
    f"select seq, salt, payload, commitment, mac, {', '.join(COLUMNS)} from revision order by seq"  # noqa: S608
)
LAST = (
    "select l.seq, coalesce(m.dseq, 0), l.hlc, coalesce(m.mac, zeroblob(32)), l.mac "
    "from (select seq, hlc, mac from revision order by seq desc limit 1) l left join "
    "(select dseq, mac from revision where device = ? order by seq desc limit 1) m"
)
ERASED = "select patient from erasure"
EMPTIED = "select revision from effacement"
_CAN_EMPTY = "select 1 from sqlite_schema where name = 'effacement'"
"""Not in a backup of a former version."""
START = bytes(32)
_encode = msgspec.json.Encoder().encode
_ID, _DEVICE, _DSEQ, _HLC, _PATIENT = map(COLUMNS.index, ("id", "device", "dseq", "hlc", "patient"))


@dataclass(frozen=True, slots=True)
class Tip:
    """The latest revision of this device, which the next one follows.

    `seq` and `last` are those of the latest of all: after a restoration, of another device.
    """

    seq: int = 0
    dseq: int = 0
    hlc: int = 0
    mac: bytes = START
    last: bytes = START


class Chain:
    """Computes and checks MACs with one store's key."""

    __slots__ = ("_key", "device")

    def __init__(self, key: Derives, device: str) -> None:
        self._key = key.derive("revision")
        self.device = device

    def mac(self, previous: bytes, fields: tuple[Any, ...], commitment: bytes) -> bytes:
        return hmac.digest(self._key, previous + commitment + _encode(fields), "sha256")

    def read(self, connection: Any) -> tuple[Tip, str | None]:
        """Walk every revision: this device's tip, and the first check that failed."""
        erased = {name for (name,) in connection.execute(ERASED)}
        if connection.execute(_CAN_EMPTY).fetchone():
            erased |= {name for (name,) in connection.execute(EMPTIED)}
        return self._walk(connection.execute(ROWS), erased)

    def last(self, connection: Any) -> Tip:
        """The tip of this device, without checking what leads to it."""
        row = connection.execute(LAST, (self.device,)).fetchone()
        return Tip(*row) if row else Tip()

    def _walk(self, rows: Iterable[Any], erased: set[str]) -> tuple[Tip, str | None]:
        # Runs over the whole history at every opening: no object is made per row.
        ends: dict[str, tuple[int, bytes]] = {}
        seq = hlc = 0
        last, problem = START, None
        for seq_, salt, payload, committed, mac, *rest in rows:
            fields = tuple(rest)
            device = fields[_DEVICE]
            _, previous = ends.get(device, (0, START))
            if mac != self.mac(previous, fields, committed):
                problem = "chaine"
                break
            if payload is None or salt is None:
                gone = fields[_PATIENT] in erased or fields[_ID] in erased
                sound = payload is salt and gone
            else:
                sound = commitment(salt, payload) == committed
            if not sound:
                problem = "contenu"
                break
            ends[device] = fields[_DSEQ], mac
            seq, hlc, last = seq_, max(hlc, fields[_HLC]), mac
        dseq, mac = ends.get(self.device, (0, START))
        return Tip(seq, dseq, hlc, mac, last), problem


def commitment(salt: bytes, payload: str) -> bytes:
    """Binds a content without revealing it: it outlives a legal erasure."""
    return hashlib.sha256(salt + payload.encode()).digest()
