"""SFTP: only to the host whose key was confirmed, a hidden name first, then the right one."""

from __future__ import annotations

import contextlib
import posixpath
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

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
    refused,
    unreachable,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import asyncssh

    from microstructure_desktop.domain.canal import Reglage

_PORT = 22
_MAX_ENTRIES = 10_000

# Beside a host and a port: an account, or the colon of something else such as « http:// ».
_MORE = re.compile("@|:$")

# One fixed order, or a host with several keys could show another one than that confirmed.
_HOST_KEYS = ("ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256")


@dataclass(frozen=True, slots=True)
class Place:
    """`folder` starts where the account arrives, or at the root when it opens with « / »."""

    host: str
    port: int
    folder: str

    @classmethod
    def read(cls, address: str) -> Place:
        """`hote`, `hote:port` or `hote:port/dossier`, with or without « sftp:// » before.

        Raises:
            Stopped: it is none of these.
        """
        try:
            parts = urlsplit(f"//{address.removeprefix('sftp://')}")
            port = parts.port or _PORT
        except ValueError:
            raise refused(Detail.ADRESSE) from None
        if not parts.hostname or _MORE.search(parts.netloc) or parts.query or parts.fragment:
            raise refused(Detail.ADRESSE)
        return cls(parts.hostname, port, parts.path.removeprefix("/"))

    def path(self, *names: str) -> str:
        return posixpath.join(self.folder, *names)


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
        async with _session(self._reglage, place) as sftp:
            target = place.path(name)
            if known := await _compare(sftp, target, data):
                return Depot(known)
            partial = place.path(f".{name}.{secrets.token_hex(4)}.part")
            await _write(sftp, partial, data)
            return await _name_it(sftp, partial, target, data)

    async def _receipts(self) -> list[tuple[str, bytes]]:
        place = Place.read(self._reglage.adresse)
        found: list[tuple[str, bytes]] = []
        async with _session(self._reglage, place) as sftp:
            for name in await _names(sftp, place.path(ACCUSES)):
                data = await _read(sftp, place.path(ACCUSES, name), MAX_ACCUSE)
                if data is not None and len(data) <= MAX_ACCUSE:
                    found.append((name, data))
        return found


def host_key_of(address: str, *, timeout: float) -> str | None:
    """The fingerprint of the key that a host shows, for a person to confirm; None if it shows none.

    Raises:
        ValueError: the address is not one.
    """
    try:
        place = Place.read(address)
    except Stopped:
        raise ValueError("not the address of an SFTP folder") from None
    try:
        return attempt(_host_key(place), timeout)
    except Stopped:
        return None


async def _host_key(place: Place) -> str | None:
    import asyncssh

    with _translated():
        key = await asyncssh.get_server_host_key(
            place.host, place.port, config=None, server_host_key_algs=_HOST_KEYS
        )
    return None if key is None else key.get_fingerprint("sha256")


@contextlib.asynccontextmanager
async def _session(reglage: Reglage, place: Place) -> AsyncIterator[asyncssh.SFTPClient]:
    """Nothing of this computer's own SSH settings, keys or known hosts is used."""
    import asyncssh

    if not reglage.empreinte_hote:
        raise refused(Detail.CLE_HOTE)

    class Pinned(asyncssh.SSHClient):
        def validate_host_public_key(
            self, _host: str, _address: str, _port: int, key: asyncssh.SSHKey
        ) -> bool:
            shown = key.get_fingerprint("sha256").encode()
            return secrets.compare_digest(shown, reglage.empreinte_hote.encode())

    with _translated():
        connection = await asyncssh.connect(
            place.host,
            place.port,
            username=reglage.compte,
            client_factory=Pinned,
            known_hosts=asyncssh.import_known_hosts(""),
            server_host_key_algs=_HOST_KEYS,
            config=None,
            agent_path=None,
            gss_host=None,
            **_proof(reglage.secret),
        )
        try:
            # Never closed politely: a server that answers no more would keep us for ever.
            yield await connection.start_sftp_client()
        finally:
            connection.abort()
            await connection.wait_closed()


def _proof(secret: str) -> dict[str, Any]:
    """A private key, or a password."""
    import asyncssh

    if not secret.lstrip().startswith("-----BEGIN "):
        return {"password": secret, "client_keys": None}
    try:
        return {"client_keys": [asyncssh.import_private_key(secret.strip() + "\n")]}
    except asyncssh.KeyImportError:
        raise refused(Detail.COMPTE) from None


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """What SSH and SFTP say, as one of our own words."""
    import asyncssh

    refusals: tuple[tuple[type[Exception], Detail], ...] = (
        (asyncssh.HostKeyNotVerifiable, Detail.CLE_HOTE),
        (asyncssh.PermissionDenied, Detail.COMPTE),
        (asyncssh.SFTPPermissionDenied, Detail.INTERDIT),
        (asyncssh.SFTPWriteProtect, Detail.LECTURE_SEULE),
        (asyncssh.SFTPNoSuchFile, Detail.ABSENT),
        (asyncssh.SFTPNoSuchPath, Detail.ABSENT),
    )
    later: tuple[tuple[type[Exception], Detail], ...] = (
        (asyncssh.SFTPNoSpaceOnFilesystem, Detail.PLEIN),
        (asyncssh.SFTPQuotaExceeded, Detail.PLEIN),
        (asyncssh.SFTPConnectionLost, Detail.COUPURE),
        (asyncssh.SFTPError, Detail.SERVEUR),
    )
    try:
        yield
    except asyncssh.Error as error:
        for kind, detail in refusals:
            if isinstance(error, kind):
                raise refused(detail) from None
        for kind, detail in later:
            if isinstance(error, kind):
                raise unreachable(detail) from None
        raise unreachable(Detail.COUPURE) from None


async def _write(sftp: asyncssh.SFTPClient, path: str, data: bytes) -> None:
    import asyncssh

    stream = await sftp.open(path, "xb")
    await stream.write(data)
    with contextlib.suppress(asyncssh.SFTPOpUnsupported):
        await stream.fsync()
    await stream.close()


async def _read(sftp: asyncssh.SFTPClient, path: str, most: int) -> bytes | None:
    """One byte more than `most` tells that there is more; None when nothing is there."""
    import asyncssh

    try:
        stream = await sftp.open(path, "rb")
    except asyncssh.SFTPNoSuchFile:
        return None
    found = await stream.read(most + 1)
    await stream.close()
    return cast("bytes", found)


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
