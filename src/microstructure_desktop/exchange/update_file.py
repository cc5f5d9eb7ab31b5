"""The file of an update: what the publisher says of it and signs, then the installer's bytes."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from microstructure_desktop.domain.mise_a_jour import Annonce, Systeme, Version

from . import signed
from .errors import PaperInvalid
from .update_failures import (
    NotAnUpdate,
    UpdateDamaged,
    UpdateFormatUnknown,
    UpdateNotSigned,
    UpdateUnreadable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from .seal import SigningKey

FAMILY = b"MSMAMAJ"
MAGIC = FAMILY + b"1"
LENGTH = 8
"""Bytes of the big-endian length that stands before what is signed."""
MAX_PAPER = 60_000
MAX_INSTALLER = 400_000_000
PIECE = 2**20
_KIND = "mise-a-jour"
_MOST_CHANGES, _LONGEST_CHANGE = 80, 600


def write(path: Path, annonce: Annonce, installer: Path, key: SigningKey) -> None:
    """Make the file; what is said of the installer must be true of it."""
    paper = signed.write(_KIND, _content(annonce), key)
    if len(paper) > MAX_PAPER or installer.stat().st_size != annonce.taille:
        raise UpdateDamaged
    with path.open("wb") as target, installer.open("rb") as source:
        target.write(MAGIC + len(paper).to_bytes(LENGTH) + paper)
        while piece := source.read(PIECE):
            target.write(piece)
    read(path, key.public, lambda _piece: None)


def look(path: Path, public: str) -> Annonce:
    """What the holder of a key says of an update; the installer is not read.

    Raises:
        UpdateRefused
    """
    with _opened(path) as file:
        return _vouched(file, public)


def read(path: Path, public: str, put: Callable[[bytes], object]) -> Annonce:
    """Hand over the installer piece by piece, once what is said of it was found signed.

    Raises:
        UpdateRefused: and what was handed over is worth nothing.
        OSError: from `put` alone.
    """
    total = hashlib.sha256()
    with _opened(path) as file:
        annonce = _vouched(file, public)
        for piece in _pieces(file, annonce.taille):
            total.update(piece)
            put(piece)
    if total.hexdigest() != annonce.sha256:
        raise UpdateDamaged
    return annonce


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise UpdateUnreadable from None


def _vouched(file: BinaryIO, public: str) -> Annonce:
    magic = _read(file, len(MAGIC))
    if magic != MAGIC:
        raise UpdateFormatUnknown if magic.startswith(FAMILY) else NotAnUpdate
    length = int.from_bytes(_read(file, LENGTH))
    said = _read(file, length) if length <= MAX_PAPER else b""
    if not said or len(said) != length:
        raise UpdateDamaged
    try:
        paper, annonce = signed.parse(_KIND, said, _annonce, _content)
    except PaperInvalid:
        raise UpdateDamaged from None
    if not paper.by(public):
        raise UpdateNotSigned
    if _size(file) != len(MAGIC) + LENGTH + length + annonce.taille:
        raise UpdateDamaged
    return annonce


def _size(file: BinaryIO) -> int:
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:
        raise UpdateUnreadable from None


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    while length:
        piece = _read(file, min(length, PIECE))
        if not piece:
            raise UpdateDamaged
        length -= len(piece)
        yield piece


def _read(file: BinaryIO, length: int) -> bytes:
    try:
        return file.read(length)
    except OSError:
        raise UpdateUnreadable from None


def _annonce(content: Mapping[str, Any]) -> Annonce:
    changements = content["changements"]
    if type(changements) is not list or not 0 < len(changements) <= _MOST_CHANGES:
        raise ValueError
    return Annonce(
        Version.lire(content["version"]),
        signed.whole(content["schema"], 1),
        Systeme(content["systeme"]),
        signed.whole(content["taille"], 1, MAX_INSTALLER),
        signed.hexadecimal(content["sha256"]),
        date.fromisoformat(content["date"]),
        tuple(signed.line(each, _LONGEST_CHANGE) for each in changements),
    )


def _content(annonce: Annonce) -> dict[str, Any]:
    return {
        "version": str(annonce.version),
        "schema": annonce.schema,
        "systeme": annonce.systeme.value,
        "taille": annonce.taille,
        "sha256": annonce.sha256,
        "date": annonce.date.isoformat(),
        "changements": list(annonce.changements),
    }
