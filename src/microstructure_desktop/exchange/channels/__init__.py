"""Channels: the ways by which the month's bytes reach the animator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import TypeCanal

from .eml import Eml
from .folder import Folder
from .https_put import HttpsPut
from .model import Channel, Depot, Detail
from .nextcloud import Nextcloud
from .sftp import Sftp
from .ssh import host_key_of
from .webdav import Webdav

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from microstructure_desktop.domain.canal import Reglage

__all__ = ["Channel", "Depot", "Detail", "host_key_of", "open_channel"]

_ONLINE: dict[TypeCanal, Callable[[Reglage, float], Channel]] = {
    TypeCanal.WEBDAV: Webdav,
    TypeCanal.NEXTCLOUD: Nextcloud,
    TypeCanal.SFTP: Sftp,
    TypeCanal.HTTPS: HttpsPut,
}


def open_channel(reglage: Reglage, *, timeout: float, dossier: Path | None = None) -> Channel:
    """The way that `reglage` describes; nothing is asked of any network yet.

    `timeout`: seconds that one attempt may take all told. `dossier`: where messages are left.

    Raises:
        ValueError: paper is no such way, nor is e-mail without a folder.
    """
    if reglage.type in _ONLINE:
        return _ONLINE[reglage.type](reglage, timeout)
    if reglage.type is TypeCanal.DOSSIER:
        return Folder(reglage)
    if reglage.type is TypeCanal.COURRIEL and dossier is not None:
        return Eml(reglage, dossier)
    raise ValueError("nothing can be put there")
