"""The file of a backup: a manifest, the key file, own forms, the database, a sum of it all."""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from microstructure_desktop.domain.sauvegarde import Genre

from . import files, keyring, own_files
from .backup_failures import BackupDamaged, BackupTooNew, NotABackup
from .keys import DatabaseKey

SUFFIX = ".msmabak"
FAMILY = b"MSMABAK"
MAGIC = FAMILY + b"1"
SUM = hashlib.sha256().digest_size
LENGTH = 8
"""Bytes of the big-endian length that stands before each part."""
MAX_MANIFEST = 4_000
MAX_TEXT = 100
PIECE = 2**20
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


@dataclass(frozen=True, slots=True)
class Manifeste:
    """What the file says of itself without a key; `sceau` vouches for it once there is one.

    `seq` and `empreinte` are the number and the MAC of the last revision in it; `formulaires` is
    the SHA-256 of the cabinet's own files.
    """

    store_id: str
    genre: Genre
    faite_le: datetime
    schema: int
    version: str
    seq: int
    empreinte: str
    formulaires: str
    format: int = 1
    sceau: str = ""

    def sealed(self, key: DatabaseKey) -> "Manifeste":
        text = _canonical(_document(replace(self, sceau="")))
        return replace(self, sceau=hmac.digest(key.derive("sauvegarde"), text, "sha256").hex())

    def vouched(self, key: DatabaseKey) -> bool:
        return hmac.compare_digest(self.sealed(key).sceau, self.sceau)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the database, and where that one is in the file.

    `own`: the cabinet's own files, see `own_files`.
    """

    manifeste: Manifeste
    ring: bytes
    own: bytes
    start: int
    length: int


def write(path: Path, manifeste: Manifeste, ring: bytes, own: bytes, database: Path) -> None:
    """Make a new file, on the disk when this returns."""
    said = _canonical(_document(manifeste))
    total = hashlib.sha256()
    with files.create(path) as file, database.open("rb") as source:

        def put(piece: bytes) -> None:
            total.update(piece)
            file.write(piece)

        put(MAGIC)
        for part in (said, ring, own):
            put(len(part).to_bytes(LENGTH))
            put(part)
        put(database.stat().st_size.to_bytes(LENGTH))
        while piece := source.read(PIECE):
            put(piece)
        file.write(total.digest())


def look(path: Path) -> Head:
    """Read the head alone.

    Raises:
        NotABackup, BackupDamaged, BackupTooNew
    """
    with path.open("rb") as file:
        return _head(file, path.stat().st_size)


def extract(path: Path, database: Path) -> Head:
    """Read all of the file again from its medium and write the database it holds.

    Raises:
        NotABackup, BackupDamaged, BackupTooNew: and what was written is worth nothing.
    """
    with path.open("rb") as file, files.create(database) as target:
        # What was just written would be read back from memory, however bad the medium.
        files.forget_cached(file.fileno())
        size = path.stat().st_size
        head = _head(file, size)
        file.seek(0)
        total = hashlib.sha256(file.read(head.start))
        for piece in _pieces(file, head.length):
            total.update(piece)
            target.write(piece)
        if file.read(SUM) != total.digest():
            raise BackupDamaged("somme")
    return head


def _head(file: BinaryIO, size: int) -> Head:
    magic = file.read(len(MAGIC))
    if not magic.startswith(FAMILY):
        raise NotABackup
    if magic != MAGIC:
        # Every format ends with this sum, so that damage is never taken for a newer version.
        raise BackupTooNew if _summed(file, size) else BackupDamaged("somme")
    said = _part(file, MAX_MANIFEST)
    ring = _part(file, keyring.MAX_BYTES)
    own = _part(file, own_files.LARGEST)
    length = int.from_bytes(file.read(LENGTH))
    start = file.tell()
    if start + length + SUM != size:
        raise BackupDamaged("taille")
    manifeste = _manifeste(said)
    if own_files.digest(own) != manifeste.formulaires:
        raise BackupDamaged("formulaires")
    return Head(manifeste, ring, own, start, length)


def _part(file: BinaryIO, most: int) -> bytes:
    length = int.from_bytes(file.read(LENGTH))
    content = file.read(length) if length <= most else b""
    if not length or len(content) != length:
        raise BackupDamaged("taille")
    return content


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    while length > 0 and (piece := file.read(min(PIECE, length))):
        length -= len(piece)
        yield piece


def _summed(file: BinaryIO, size: int) -> bool:
    file.seek(0)
    total = hashlib.sha256()
    for piece in _pieces(file, size - SUM):
        total.update(piece)
    return file.read() == total.digest()


def _document(manifeste: Manifeste) -> dict[str, Any]:
    return asdict(manifeste) | {"faite_le": manifeste.faite_le.astimezone(UTC).isoformat()}


def _canonical(document: object) -> bytes:
    return json.dumps(document, sort_keys=True, ensure_ascii=True).encode()


def _manifeste(content: bytes) -> Manifeste:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise BackupDamaged("manifeste") from None
    known = {field.name for field in fields(Manifeste)}
    if not isinstance(document, dict) or set(document) != known:
        raise BackupDamaged("manifeste")
    try:
        read = _typed(document)
    except (ValueError, TypeError, OverflowError):
        raise BackupDamaged("manifeste") from None
    if _canonical(_document(read)) != content:
        raise BackupDamaged("manifeste")
    return read


def _typed(document: dict[str, Any]) -> Manifeste:
    def text(name: str, pattern: re.Pattern[str] | None = None) -> str:
        value = document[name]
        if not isinstance(value, str) or len(value) > MAX_TEXT:
            raise TypeError
        if pattern and not pattern.fullmatch(value):
            raise ValueError
        return value

    def count(name: str) -> int:
        value = document[name]
        if type(value) is not int or not 0 <= value < keyring.MAX_COUNT:
            raise TypeError
        return value

    return Manifeste(
        store_id=text("store_id"),
        genre=Genre(text("genre")),
        faite_le=datetime.fromisoformat(text("faite_le")).astimezone(UTC),
        schema=count("schema"),
        version=text("version"),
        seq=count("seq"),
        empreinte=text("empreinte", _HEX),
        formulaires=text("formulaires", _HEX),
        format=count("format"),
        sceau=text("sceau", _HEX),
    )
