"""A channel: one way to hand bytes over, and what an attempt came to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from microstructure_desktop.domain.boite_envoi import Resultat

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCUSES = "accuses"
"""The folder where the animator leaves receipts."""
MAX_ACCUSE = 64 * 1024
MAX_ACCUSES = 500

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,150}")
_ACCUSE = re.compile(r"accuse_[0-9a-f]{8}\.msma-ack")


class Detail(StrEnum):
    """Why, as a code: the words of a server could name an account or a place."""

    RIEN = ""
    ADRESSE = "adresse"  # not written as this way wants it, or not protected (https)
    COMPTE = "compte"
    INTERDIT = "interdit"
    ABSENT = "absent"  # the folder, or the stick
    LECTURE_SEULE = "lecture_seule"
    PLEIN = "plein"
    CERTIFICAT = "certificat"
    CLE_HOTE = "cle_hote"
    REDIRECTION = "redirection"
    COUPURE = "coupure"
    DELAI = "delai"
    SERVEUR = "serveur"  # it answered, not what was asked
    RELECTURE = "relecture"  # what was read back is not what was written
    NON_RELU = "non_relu"  # the server says it has it; it lets nobody read it
    A_ENVOYER = "a_envoyer"  # a message is ready; a person sends it


@dataclass(frozen=True, slots=True)
class Depot:
    """What one attempt came to."""

    resultat: Resultat
    detail: Detail = Detail.RIEN


class Channel(Protocol):
    """One way, as set up."""

    def put(self, name: str, data: bytes) -> Depot:
        """One attempt to leave `data` under `name`; a fault of the way is a value."""

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """What lies there under the name of a receipt, unread; nothing if it cannot be known."""


class Stopped(Exception):
    """An attempt ends here; never leaves this package."""

    def __init__(self, resultat: Resultat, detail: Detail) -> None:
        self.depot = Depot(resultat, detail)
        super().__init__(resultat, detail)


def refused(detail: Detail) -> Stopped:
    """Somebody has to change something before it can work."""
    return Stopped(Resultat.REFUSE, detail)


def unreachable(detail: Detail) -> Stopped:
    """The same may work later."""
    return Stopped(Resultat.INJOIGNABLE, detail)


def check_name(name: str) -> None:
    """A name that is the same on every disk and in every address.

    Raises:
        ValueError: it is not one; names are ours, so this is a defect.
    """
    if not _NAME.fullmatch(name):
        raise ValueError("not a plain name")


def is_receipt(name: str) -> bool:
    return _ACCUSE.fullmatch(name) is not None


def is_cut(found: bytes, data: bytes) -> bool:
    """Whether it is the beginning of ours: what an interrupted attempt may leave."""
    return len(found) < len(data) and data.startswith(found)
