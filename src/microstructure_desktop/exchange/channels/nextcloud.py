"""Nextcloud drop link: a public folder that takes files and shows nothing of what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from microstructure_desktop.domain.boite_envoi import Resultat

from .attempt import attempt
from .model import Depot, Detail, Stopped, check_name, refused
from .web import Access, check_url, conversation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.domain.canal import Reglage

# The link as the server shows it to a person, or the address behind it.
_LINK = re.compile(r"(.*?)/(?:(?:index\.php/)?s|public\.php/dav/files)/([A-Za-z0-9_-]+)/?")
_ANYBODY = "anonymous"
_TAKEN = {201, 204}


class Nextcloud:
    """A drop link. The server keeps a file only when all of it came, and gives another name to
    a second one: sending twice is normal, the receiver knows a bundle by its id.
    """

    def __init__(self, reglage: Reglage, seconds: float) -> None:
        self._link = reglage.adresse
        self._access = Access(_ANYBODY if reglage.secret else "", reglage.secret, seconds)

    def put(self, name: str, data: bytes) -> Depot:
        check_name(name)
        try:
            return attempt(self._put(name, data), self._access.seconds)
        except Stopped as stopped:
            return stopped.depot

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """Nothing can be read through such a link."""
        return iter(())

    async def _put(self, name: str, data: bytes) -> Depot:
        base = _dav(self._link)
        async with conversation(base, self._access) as server:
            answer = await server.ask(
                "PUT",
                f"{base}/{name}",
                content=data,
                headers={"X-Requested-With": "XMLHttpRequest"},
            )
        if answer.status not in _TAKEN:
            raise answer.stop
        return Depot(Resultat.DEPOSE, Detail.NON_RELU)


def _dav(link: str) -> str:
    parts = urlsplit(check_url(link))
    found = _LINK.fullmatch(parts.path)
    if found is None or parts.query:
        raise refused(Detail.ADRESSE)
    return f"{parts.scheme}://{parts.netloc}{found[1]}/public.php/dav/files/{found[2]}"
