"""HTTPS PUT: one address that takes a file, such as a signed link to an object store.

No second name is possible here, so the file is written under its own. Object stores keep it only
when all of it came. A plain server may keep the beginning of an upload that was cut: the next
attempt finds it, and where the server lets it be read, puts the whole in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from microstructure_desktop.domain.boite_envoi import Resultat

from .attempt import attempt
from .model import Depot, Detail, Stopped, check_name, is_cut, unreachable
from .web import Access, check_url, conversation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from microstructure_desktop.domain.canal import Reglage

    from .web import Server

_NAME = "{nom}"
_CREATE_ONLY = {"If-None-Match": "*"}
_ALREADY = 412
_SAME_TIME = 409


class HttpsPut:
    """An address ending with « / » gets the name added, one with « {nom} » gets it there; any
    other is the place of one file.
    """

    def __init__(self, reglage: Reglage, seconds: float) -> None:
        self._address = reglage.adresse
        self._access = Access(reglage.compte, reglage.secret, seconds)

    def put(self, name: str, data: bytes) -> Depot:
        check_name(name)
        try:
            return attempt(self._put(name, data), self._access.seconds)
        except Stopped as stopped:
            return stopped.depot

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """An address that takes files lists none."""
        return iter(())

    async def _put(self, name: str, data: bytes) -> Depot:
        url = _url(self._address, name)
        async with conversation(url, self._access) as server:
            if await _taken(server, url, data, _CREATE_ONLY):
                return await _verified(server, url, data)
            answer, found = await server.holds(url, data)
            if found is None:
                # The name holds the id of the bundle: under it, only ours can be there.
                ours = name in url
                known = Resultat.DEJA_LA if ours else Resultat.CONFLIT
                return Depot(known, Detail.NON_RELU)
            if found == data:
                return Depot(Resultat.DEJA_LA)
            if not is_cut(found, data):
                return Depot(Resultat.CONFLIT)
            etag = answer.headers.get("etag")
            if not await _taken(server, url, data, {"If-Match": etag} if etag else {}):
                raise unreachable(Detail.SERVEUR)
            return await _verified(server, url, data)


async def _taken(server: Server, url: str, data: bytes, condition: Mapping[str, str]) -> bool:
    """False when the condition does not hold."""
    answer = await server.ask("PUT", url, content=data, headers=condition)
    if answer.status == _SAME_TIME:
        raise unreachable(Detail.SERVEUR)
    if not answer.ok and answer.status != _ALREADY:
        raise answer.stop
    return answer.ok


async def _verified(server: Server, url: str, data: bytes) -> Depot:
    _, found = await server.holds(url, data)
    if found is None:
        return Depot(Resultat.DEPOSE, Detail.NON_RELU)
    if found != data:
        raise unreachable(Detail.RELECTURE)
    return Depot(Resultat.DEPOSE)


def _url(address: str, name: str) -> str:
    check_url(address)
    if _NAME in address:
        return address.replace(_NAME, name)
    return address + name if urlsplit(address).path.endswith("/") else address
