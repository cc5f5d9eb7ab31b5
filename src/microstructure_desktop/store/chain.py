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
    "select l.seq, m.dseq, l.hlc, m.mac "
    "from (select seq, hlc from revision order by seq desc limit 1) l, "
    "(select dseq, mac from revision where device = ? order by seq desc limit 1) m"
)
ERASED = "select patient from erasure union all select revision from effacement"
START = bytes(32)
_encode = msgspec.json.Encoder().encode
_ID, _DEVICE, _DSEQ, _HLC, _PATIENT = map(COLUMNS.index, ("id", "device", "dseq", "hlc", "patient"))


@dataclass(frozen=True, slots=True)
class Tip:
    """The latest revision of this device, which the next one follows."""

    seq: int = 0
    dseq: int = 0
    hlc: int = 0
    mac: bytes = START


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
        return self._walk(connection.execute(ROWS), erased)

    def last(self, connection: Any) -> Tip:
        """The tip of this device, without checking what leads to it."""
        row = connection.execute(LAST, (self.device,)).fetchone()
        return Tip(*row) if row else Tip()

    def _walk(self, rows: Iterable[Any], erased: set[str]) -> tuple[Tip, str | None]:
        # Runs over the whole history at every opening: no object is made per row.
        ends: dict[str, tuple[int, bytes]] = {}
        seq = hlc = 0
        problem = None
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
            seq, hlc = seq_, max(hlc, fields[_HLC])
        dseq, mac = ends.get(self.device, (0, START))
        return Tip(seq, dseq, hlc, mac), problem


def commitment(salt: bytes, payload: str) -> bytes:
    """Binds a content without revealing it: it outlives a legal erasure."""
    return hashlib.sha256(salt + payload.encode()).digest()
