"""Canal: the ways by which the month may reach the animator."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from .ids import CanalId


class TypeCanal(StrEnum):
    DOSSIER = "dossier"
    COURRIEL = "courriel"
    WEBDAV = "webdav"
    NEXTCLOUD = "nextcloud"
    SFTP = "sftp"
    HTTPS = "https"
    PAPIER = "papier"


EN_LIGNE = frozenset({TypeCanal.WEBDAV, TypeCanal.NEXTCLOUD, TypeCanal.SFTP, TypeCanal.HTTPS})
"""Those that need no hand: the others end when somebody carries something."""


@dataclass(frozen=True, slots=True)
class Reglage:
    """One way, as the cabinet set it up.

    `adresse`: a folder, an e-mail address, a URL, or `hote:port/dossier` for SFTP; a link that
    was given may be a secret by itself. `secret`: the password, or that of the link.
    `empreinte_hote`: the host key accepted, « SHA256:… ».
    """

    id: CanalId
    type: TypeCanal
    nom: str
    adresse: str = field(repr=False)
    compte: str = ""
    secret: str = field(default="", repr=False)
    empreinte_hote: str = ""
    actif: bool = True
    rang: int = 0


def ordonnes(reglages: Iterable[Reglage]) -> tuple[Reglage, ...]:
    """In the order that the cabinet chose: the first one set up first, unless it said otherwise."""
    return tuple(sorted(reglages, key=lambda each: (each.rang, each.id)))
