"""WebDAV with an account: a hidden name first, read back, then the right name at one blow."""

from __future__ import annotations

import contextlib
import re
import secrets
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

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
from .web import Access, conversation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.domain.canal import Reglage

    from .web import Server

_MAX_LISTING = 1024 * 1024
_LISTED = 207
_NOT_FOUND = 404
_ALREADY = 412

# Names of receipts are plain: no XML parser has to trust what a server says.
_HREF = re.compile(rb"<(?:\w+:)?href>\s*([^<]{1,2000}?)\s*</", re.IGNORECASE)
_NAMES_ONLY = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'


class Webdav:
    """A folder of a WebDAV server, opened by an account."""

    def __init__(self, reglage: Reglage, seconds: float) -> None:
        self._base = reglage.adresse.rstrip("/")
        self._access = Access(reglage.compte, reglage.secret, seconds)

    def put(self, name: str, data: bytes) -> Depot:
        check_name(name)
        try:
            return attempt(self._put(name, data), self._access.seconds)
        except Stopped as stopped:
            return stopped.depot

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        with contextlib.suppress(Stopped):
            yield from attempt(self._receipts(), self._access.seconds)

    async def _put(self, name: str, data: bytes) -> Depot:
        async with conversation(self._base, self._access) as server:
            target = f"{self._base}/{name}"
            if known := await _compare(server, target, data):
                return Depot(known)
            partial = f"{self._base}/.{name}.{secrets.token_hex(4)}.part"
            answer = await server.ask("PUT", partial, content=data)
            if not answer.ok:
                raise answer.stop
            return await self._name_it(server, partial, target, data)

    async def _name_it(self, server: Server, partial: str, target: str, data: bytes) -> Depot:
        """Give the right name to what is proven whole; never in place of something else."""
        if await _compare(server, partial, data) is not Resultat.DEJA_LA:
            await server.ask("DELETE", partial)
            raise unreachable(Detail.RELECTURE)
        destination = {"Destination": target, "Overwrite": "F"}
        answer = await server.ask("MOVE", partial, headers=destination)
        if answer.ok:
            return Depot(Resultat.DEPOSE)
        await server.ask("DELETE", partial)
        if answer.status != _ALREADY:
            raise answer.stop
        known = await _compare(server, target, data)
        if known is None:
            raise unreachable(Detail.SERVEUR)
        return Depot(known)

    async def _receipts(self) -> list[tuple[str, bytes]]:
        async with conversation(self._base, self._access) as server:
            folder = f"{self._base}/{ACCUSES}/"
            listing = await server.ask(
                "PROPFIND", folder, headers={"Depth": "1"}, content=_NAMES_ONLY, most=_MAX_LISTING
            )
            found = []
            for name in _names(listing.body) if listing.status == _LISTED else ():
                answer = await server.ask("GET", folder + name, most=MAX_ACCUSE)
                if answer.ok and len(answer.body) <= MAX_ACCUSE:
                    found.append((name, answer.body))
            return found


async def _compare(server: Server, url: str, data: bytes) -> Resultat | None:
    """None when nothing is there."""
    answer, found = await server.holds(url, data)
    if found is not None:
        return Resultat.DEJA_LA if found == data else Resultat.CONFLIT
    if answer.status == _NOT_FOUND:
        return None
    raise answer.stop


def _names(listing: bytes) -> list[str]:
    hrefs = (unescape(href.decode("utf-8", "replace")) for href in _HREF.findall(listing))
    names = {unquote(href).rpartition("/")[2] for href in hrefs}
    return sorted(filter(is_receipt, names))[:MAX_ACCUSES]
