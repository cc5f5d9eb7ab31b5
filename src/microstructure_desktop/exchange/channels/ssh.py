"""SSH: a session with the host whose key a person confirmed, and with no other."""

from __future__ import annotations

import contextlib
import posixpath
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .attempt import attempt
from .model import Detail, Stopped, refused, unreachable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import asyncssh

    from microstructure_desktop.domain.canal import Reglage

_PORT = 22

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
async def session(reglage: Reglage, place: Place) -> AsyncIterator[asyncssh.SFTPClient]:
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
            # Without the farewell of SFTP, which waits for an answer that may never come.
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
