"""A folder or a USB stick: a whole file under its name, read back, or none."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import Resultat

from .model import (
    ACCUSES,
    MAX_ACCUSE,
    MAX_ACCUSES,
    Depot,
    Detail,
    Stopped,
    check_name,
    is_cut,
    is_receipt,
    unreachable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.domain.canal import Reglage

# A stick that is not plugged in may be later: only a disk that answers no is a refusal.
_ENDS = {
    errno.ENOSPC: Depot(Resultat.REFUSE, Detail.PLEIN),
    errno.EDQUOT: Depot(Resultat.REFUSE, Detail.PLEIN),
    errno.EROFS: Depot(Resultat.REFUSE, Detail.LECTURE_SEULE),
    errno.EACCES: Depot(Resultat.REFUSE, Detail.LECTURE_SEULE),
    errno.EPERM: Depot(Resultat.REFUSE, Detail.LECTURE_SEULE),
    errno.ENOENT: Depot(Resultat.INJOIGNABLE, Detail.ABSENT),
    errno.ENOTDIR: Depot(Resultat.INJOIGNABLE, Detail.ABSENT),
    errno.ENODEV: Depot(Resultat.INJOIGNABLE, Detail.ABSENT),
    errno.ENXIO: Depot(Resultat.INJOIGNABLE, Detail.ABSENT),
}


class Folder:
    """A folder of this computer, of the network as the computer shows it, or a stick."""

    def __init__(self, reglage: Reglage) -> None:
        self._folder = Path(reglage.adresse)

    def put(self, name: str, data: bytes) -> Depot:
        return deposit(self._folder, name, data)

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        left = MAX_ACCUSES
        for folder in (self._folder / ACCUSES, self._folder):
            with contextlib.suppress(OSError):
                for path in sorted(folder.iterdir()):
                    if left and is_receipt(path.name) and path.is_file():
                        data = _read(path, MAX_ACCUSE)
                        if len(data) <= MAX_ACCUSE:
                            left -= 1
                            yield path.name, data


def deposit(folder: Path, name: str, data: bytes) -> Depot:
    """One attempt to write a file that is whole as soon as it has its name."""
    check_name(name)
    if not folder.is_absolute():
        return Depot(Resultat.REFUSE, Detail.ADRESSE)
    try:
        return _there(folder / name, data) or _write(folder, name, data)
    except Stopped as stopped:
        return stopped.depot
    except OSError as error:
        return _ENDS.get(error.errno or 0, Depot(Resultat.INJOIGNABLE, Detail.COUPURE))


def _there(target: Path, data: bytes) -> Depot | None:
    """None when nothing is there, or the beginning of ours: a stick pulled out leaves that."""
    try:
        found = _read(target, len(data))
    except FileNotFoundError:
        return None
    if found == data:
        return Depot(Resultat.DEJA_LA)
    return None if is_cut(found, data) else Depot(Resultat.CONFLIT)


def _write(folder: Path, name: str, data: bytes) -> Depot:
    partial = folder / f".{name}.part"
    try:
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            _forget(stream.fileno())
        if _read(partial, len(data)) != data:
            raise unreachable(Detail.RELECTURE)
        partial.replace(folder / name)
        _flush(folder)
        if _read(folder / name, len(data)) != data:
            raise unreachable(Detail.RELECTURE)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return Depot(Resultat.DEPOSE)


def _read(path: Path, most: int) -> bytes:
    """One byte more than `most` tells that there is more."""
    with path.open("rb") as stream:
        return stream.read(most + 1)


def _forget(descriptor: int) -> None:
    """So that reading back asks the stick, not the memory of the computer."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush(folder: Path) -> None:
    """Make the rename durable where the system allows it: not on Windows nor on every stick."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
