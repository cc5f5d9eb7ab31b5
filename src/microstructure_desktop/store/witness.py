"""The witness: outside the database, the last save that was confirmed to a person.

SQLite cannot tell that its journal was lost or that an old copy was put back; this file can.
"""

import hmac
import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from .acces_chain import NOTHING, Head
from .chain import START, Tip
from .keys import DatabaseKey

log = logging.getLogger(__name__)
NAME = "temoin.json"
SIZE = 512


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The latest confirmed revision, the day (ordinal) of the last complete check, and the latest
    confirmed line of the access log.
    """

    seq: int = 0
    mac: bytes = START
    checked: int = 0
    acces: Head = NOTHING


class Witness:
    """One small file, overwritten in place after each commit.

    It is never flushed: after a power cut an older witness only promises less.
    """

    def __init__(self, folder: Path, key: DatabaseKey, store_id: str) -> None:
        self._path = folder / NAME
        self._key = key.derive("temoin")
        self._store_id = store_id
        self._descriptor = -1
        self._checked = 0

    def read(self) -> Confirmed | None:
        """What was last written; None when the file is gone, damaged or another store's."""
        try:
            document = json.loads(self._path.read_bytes())
            confirmed = Confirmed(
                int(document["seq"]),
                bytes.fromhex(document["mac"]),
                int(document["verifie"]),
                # A witness written before there was an access log has none of it.
                Head(
                    int(document.get("acces", 0)), bytes.fromhex(document.get("acces_mac", _NONE))
                ),
            )
            sealed = bytes.fromhex(document["sceau"])
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        return confirmed if hmac.compare_digest(sealed, self._seal(confirmed)) else None

    def start(self, tip: Tip, acces: Head, checked: int) -> None:
        """Keep the file open from now on."""
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        os.ftruncate(self._descriptor, SIZE)
        self._checked = checked
        self.write(tip, acces)

    def write(self, tip: Tip, acces: Head) -> None:
        past = Confirmed(tip.seq, tip.last, self._checked, acces)
        log_end = f'"acces": {acces.dseq}, "acces_mac": "{acces.mac.hex()}", ' if acces.dseq else ""
        # Written by hand: it runs at every save, and json.dumps costs more than the write.
        text = (
            f'{{"seq": {past.seq}, "mac": "{past.mac.hex()}", '
            f'"verifie": {past.checked}, {log_end}"sceau": "{self._seal(past).hex()}"}}'
        )
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, text.encode().ljust(SIZE))
        except OSError as error:
            # The save itself is on the disk: saying it failed would be false.
            log.warning("witness not written: errno %s", error.errno)

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _seal(self, past: Confirmed) -> bytes:
        text = f"{self._store_id} {past.seq} {past.mac.hex()} {past.checked}"
        if past.acces.dseq:
            text += f" {past.acces.dseq} {past.acces.mac.hex()}"
        return hmac.digest(self._key, text.encode(), "sha256")


_NONE = START.hex()
_BINARY: int = getattr(os, "O_BINARY", 0)
