"""The receipt: what the animator says of one bundle, signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.periods import Mois

from . import signed
from .errors import PaperInvalid, ReceiptInvalid
from .signed import hexadecimal, match

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .seal import SigningKey

SUFFIX = ".msma-ack"
KIND = "accuse"
_CODE = re.compile(r"[a-z_]{0,40}")
_STRUCTURE = re.compile(r"[A-Z0-9-]{0,32}")


class EtatAccuse(StrEnum):
    """`doublon`: it was there already, and counts once."""

    ACCEPTE = "accepte"
    REFUSE = "refuse"
    DOUBLON = "doublon"


@dataclass(frozen=True, slots=True)
class Accuse:
    """`paquet`: the id of the bundle. `motif`: the code of a refusal, else empty.

    `prochain_attendu`: the first month that the animator still waits for.
    """

    paquet: str
    structure: str
    etat: EtatAccuse
    motif: str
    recu_le: date
    prochain_attendu: Mois | None = None


def nom(accuse: Accuse) -> str:
    return f"accuse_{accuse.paquet[:8]}{SUFFIX}"


def write(accuse: Accuse, key: SigningKey) -> bytes:
    """The file's bytes.

    Raises:
        ReceiptInvalid: what a reader would refuse.
    """
    data = signed.write(KIND, _content(accuse), key)
    if read(data, key.public) != accuse:
        raise ReceiptInvalid
    return data


def read(data: bytes, cle: str) -> Accuse:
    """A receipt signed by the animator's key.

    Raises:
        ReceiptInvalid: anything else, or a receipt of another animator.
    """
    try:
        paper, accuse = signed.parse(KIND, data, _accuse, _content)
    except PaperInvalid:
        raise ReceiptInvalid from None
    if not paper.by(cle):
        raise ReceiptInvalid
    return accuse


def _content(accuse: Accuse) -> dict[str, Any]:
    awaited = accuse.prochain_attendu
    return {
        "paquet": accuse.paquet,
        "structure": accuse.structure,
        "etat": accuse.etat.value,
        "motif": accuse.motif,
        "recu_le": accuse.recu_le.isoformat(),
        "prochain_attendu": None if awaited is None else str(awaited),
    }


def _accuse(content: Mapping[str, Any]) -> Accuse:
    awaited = content["prochain_attendu"]
    found = Accuse(
        hexadecimal(content["paquet"]),
        match(content["structure"], _STRUCTURE),
        EtatAccuse(content["etat"]),
        match(content["motif"], _CODE),
        date.fromisoformat(content["recu_le"]),
        None if awaited is None else Mois.lire(awaited),
    )
    if (found.etat is EtatAccuse.REFUSE) != bool(found.motif):
        raise ValueError
    return found
