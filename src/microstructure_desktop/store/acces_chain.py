"""The HMAC chain of the access log, and the seal of what was pruned from its beginning."""

import hmac
from dataclasses import dataclass
from typing import Any

import msgspec

from .chain import START
from .chain_keys import Derives

COLUMNS = (
    "device",
    "dseq",
    "at",
    "membre",
    "action",
    "patient",
    "objet",
    "detail",
    "motif",
)
"""What a line's MAC covers, with the MAC before it."""

ROWS = f"select mac, {', '.join(COLUMNS)} from acces order by seq"  # noqa: S608
ANCHORS = "select device, dseq, mac, derniere, le, sceau from acces_ancre"
LAST = "select dseq, mac from acces where device = ? order by dseq desc limit 1"
PRUNED = "select dseq, mac from acces_ancre where device = ?"
AT = "select mac from acces where device = ? and dseq = ?"
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Head:
    """The latest line of a device, which the next one follows."""

    dseq: int = 0
    mac: bytes = START


NOTHING = Head()
"""What the first line follows."""


class AccesChain:
    """Computes and checks MACs with one store's key."""

    __slots__ = ("_anchor_key", "_key", "device")

    def __init__(self, key: Derives, device: str) -> None:
        self._key = key.derive("acces")
        self._anchor_key = key.derive("acces/ancre")
        self.device = device

    def mac(self, previous: bytes, fields: tuple[Any, ...]) -> bytes:
        return hmac.digest(self._key, previous + _encode(fields), "sha256")

    def seal(self, fields: tuple[Any, ...]) -> bytes:
        """Vouches for an anchor: without it, cutting the beginning would need no key."""
        return hmac.digest(self._anchor_key, _encode(fields), "sha256")

    def head(self, connection: Any, confirmed: Head) -> Head:
        """What the next line follows.

        When confirmed lines are gone it is the last confirmed, not the last left: the gap then
        stays in the log, to be found at every check.
        """
        found = connection.execute(LAST, (self.device,)).fetchone()
        found = found or connection.execute(PRUNED, (self.device,)).fetchone()
        last = Head(*found) if found else NOTHING
        return confirmed if confirmed.dseq > last.dseq else last

    def check(self, connection: Any, confirmed: Head) -> str | None:
        """Walk every line: the name of what is wrong with the log, if anything is."""
        ends: dict[str, Head] = {}
        for device, dseq, mac, derniere, le, sceau in connection.execute(ANCHORS):
            if sceau != self.seal((device, dseq, mac.hex(), derniere, le)):
                return "acces_ancre"
            ends[device] = Head(dseq, mac)
        pruned = dict(ends)
        for mac, *rest in connection.execute(ROWS):
            device, dseq = rest[0], rest[1]
            before = ends.get(device, NOTHING)
            if dseq <= pruned.get(device, before).dseq:
                return "acces_ajout"
            if dseq != before.dseq + 1:
                return "acces_manque"
            if mac != self.mac(before.mac, tuple(rest)):
                return "acces_ligne"
            ends[device] = Head(dseq, mac)
        return self._confirmed(connection, ends.get(self.device, NOTHING), confirmed)

    def _confirmed(self, connection: Any, head: Head, confirmed: Head) -> str | None:
        """Whether what the witness saw is still there, or was pruned since."""
        if confirmed.dseq > head.dseq:
            return "acces_fin"
        found = connection.execute(AT, (self.device, confirmed.dseq)).fetchone()
        return "acces_ligne" if found not in (None, (confirmed.mac,)) else None
