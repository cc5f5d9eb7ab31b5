"""SFTP: a hidden name first, read back, then the right name, never in place of another."""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import Resultat

from .attempt import attempt
from .model import (
    ACCUSES,
    MAX_ACCUSE,
    MAX_ACCUSES,
    Depot,
    Detail,
    Stopped,
    check_name,
    is_receipt,
    unreachable,
)
from .ssh import Place, session

if TYPE_CHECKING:
    from collections.abc import Iterator

    import asyncssh

    from microstructure_desktop.domain.canal import Reglage

_MAX_ENTRIES = 10_000

# One question at a time: side by side, those still waiting when the line is cut end unheard.
_BLOCK = 32 * 1024


class Sftp:
    """A folder of an SFTP server."""

    def __init__(self, reglage: Reglage, seconds: float) -> None:
        self._reglage = reglage
        self._seconds = seconds

    def put(self, name: str, data: bytes) -> Depot:
        check_name(name)
        try:
            return attempt(self._put(name, data), self._seconds)
        except Stopped as stopped:
            return stopped.depot

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        with contextlib.suppress(Stopped):
            yield from attempt(self._receipts(), self._seconds)

    async def _put(self, name: str, data: bytes) -> Depot:
        place = Place.read(self._reglage.adresse)
        async with session(self._reglage, place) as sftp:
            target = place.path(name)
            if known := await _compare(sftp, target, data):
                return Depot(known)
            partial = place.path(f".{name}.{secrets.token_hex(4)}.part")
            await _write(sftp, partial, data)
            return await _name_it(sftp, partial, target, data)

    async def _receipts(self) -> list[tuple[str, bytes]]:
        place = Place.read(self._reglage.adresse)
        found: list[tuple[str, bytes]] = []
        async with session(self._reglage, place) as sftp:
            for name in await _names(sftp, place.path(ACCUSES)):
                data = await _read(sftp, place.path(ACCUSES, name), MAX_ACCUSE)
                if data is not None and len(data) <= MAX_ACCUSE:
                    found.append((name, data))
        return found


async def _write(sftp: asyncssh.SFTPClient, path: str, data: bytes) -> None:
    import asyncssh

    stream = await sftp.open(path, "xb", block_size=0)
    for start in range(0, len(data), _BLOCK):
        await stream.write(data[start : start + _BLOCK])
    with contextlib.suppress(asyncssh.SFTPOpUnsupported):
        await stream.fsync()
    await stream.close()


async def _read(sftp: asyncssh.SFTPClient, path: str, most: int) -> bytes | None:
    """One byte more than `most` tells that there is more; None when nothing is there."""
    import asyncssh

    try:
        stream = await sftp.open(path, "rb", block_size=0)
    except asyncssh.SFTPNoSuchFile:
        return None
    found = bytearray()
    while len(found) <= most:
        block = await stream.read(min(_BLOCK, most + 1 - len(found)))
        if not isinstance(block, bytes) or not block:
            break
        found += block
    await stream.close()
    return bytes(found)


async def _compare(sftp: asyncssh.SFTPClient, path: str, data: bytes) -> Resultat | None:
    """None when nothing is there."""
    found = await _read(sftp, path, len(data))
    if found is None:
        return None
    return Resultat.DEJA_LA if found == data else Resultat.CONFLIT


async def _name_it(sftp: asyncssh.SFTPClient, partial: str, target: str, data: bytes) -> Depot:
    """Give the right name to what is proven whole; never in place of something else."""
    import asyncssh

    if await _compare(sftp, partial, data) is not Resultat.DEJA_LA:
        await sftp.remove(partial)
        raise unreachable(Detail.RELECTURE)
    try:
        await sftp.rename(partial, target)
    except asyncssh.SFTPError:
        known = await _compare(sftp, target, data)
        await sftp.remove(partial)
        if known is None:
            raise
        return Depot(known)
    return Depot(Resultat.DEPOSE)


async def _names(sftp: asyncssh.SFTPClient, folder: str) -> list[str]:
    import asyncssh

    names: set[str] = set()
    seen = 0
    with contextlib.suppress(asyncssh.SFTPNoSuchFile):
        async for entry in sftp.scandir(folder):
            name = str(entry.filename)
            if is_receipt(name):
                names.add(name)
            seen += 1
            if seen == _MAX_ENTRIES:
                break
    return sorted(names)[:MAX_ACCUSES]
