"""Asking a web server: protected, never led elsewhere, its answers kept small."""

from __future__ import annotations

import contextlib
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .model import Detail, Stopped, refused, unreachable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    import httpx

_HERE = {"127.0.0.1", "localhost", "::1"}

# What an answer means wherever nothing more precise is known; the rest may pass.
_REFUSALS = {
    401: Detail.COMPTE,
    407: Detail.COMPTE,
    403: Detail.INTERDIT,
    405: Detail.INTERDIT,
    501: Detail.INTERDIT,
    404: Detail.ABSENT,
    409: Detail.ABSENT,
    410: Detail.ABSENT,
    413: Detail.PLEIN,
}
_FULL = 507

_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusted where no certificate is expected: reading all authorities takes a while."""

# A short answer read to its end leaves the connection fit for the next question.
_READ_ANYWAY = 16 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` holds one byte more than asked when there was more, and nothing if it was not."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return self.status in {200, 201, 204}

    @property
    def whole(self) -> bool:
        """Whether the server said where the body ends: without, a cut one looks complete."""
        return bool({"content-length", "transfer-encoding"} & self.headers.keys())

    @property
    def stop(self) -> Stopped:
        if 300 <= self.status < 400:  # noqa: PLR2004 -- the family of redirections
            return refused(Detail.REDIRECTION)
        if self.status in _REFUSALS:
            return refused(_REFUSALS[self.status])
        return unreachable(Detail.PLEIN if self.status == _FULL else Detail.SERVEUR)


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and how long one may wait for one answer."""

    account: str
    secret: str
    seconds: float


class Server:
    """One conversation; each question is asked once."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        most: int = 0,
    ) -> Answer:
        """`most`: how many bytes of the body are wanted."""
        async with self._client.stream(method, url, headers=headers, content=content) as reply:
            body = bytearray()
            async for chunk in reply.aiter_raw():
                body += chunk
                if len(body) > max(most, _READ_ANYWAY):
                    break
            return Answer(reply.status_code, reply.headers, bytes(body[: most + 1]))

    async def holds(self, url: str, data: bytes) -> tuple[Answer, bytes | None]:
        """What is there, as far as it may be read; None with any answer but 200."""
        answer = await self.ask("GET", url, headers={"Cache-Control": "no-cache"}, most=len(data))
        if answer.status != 200:  # noqa: PLR2004 -- the only answer that is the file
            return answer, None
        if answer.body != data and not answer.whole:
            raise unreachable(Detail.COUPURE)
        return answer, answer.body


def check_url(address: str) -> str:
    """The address, if it may be used: HTTPS, or this very computer.

    Raises:
        Stopped: it may not.
    """
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise refused(Detail.ADRESSE) from None
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    if not safe or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise refused(Detail.ADRESSE)
    return address


@contextlib.asynccontextmanager
async def conversation(address: str, access: Access) -> AsyncIterator[Server]:
    """Ask the server at `address`.

    Raises:
        Stopped: instead of whatever the network does.
    """
    import httpx

    parts = urlsplit(check_url(address))
    try:
        async with httpx.AsyncClient(
            auth=httpx.BasicAuth(access.account, access.secret) if access.account else None,
            headers={"User-Agent": "Microstructure", "Accept-Encoding": "identity"},
            timeout=access.seconds,
            verify=_authorities() if parts.scheme == "https" else _NOBODY,
            trust_env=parts.hostname not in _HERE,
            follow_redirects=False,
        ) as client:
            yield Server(client)
    except httpx.TimeoutException:
        raise unreachable(Detail.DELAI) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise refused(Detail.ADRESSE) from None
    except httpx.HTTPError as error:
        raise _cause(error) from None


def _cause(error: BaseException | None) -> Stopped:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return refused(Detail.CERTIFICAT)
        error = error.__cause__ or error.__context__
    return unreachable(Detail.COUPURE)


def _authorities() -> ssl.SSLContext:
    """Those of the computer, where an institution adds its own, and those everybody knows."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
