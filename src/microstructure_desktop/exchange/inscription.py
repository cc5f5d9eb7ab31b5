"""The enrolment file: the key by which a cabinet signs, given to the animator once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import signed
from .errors import InscriptionInvalid, InscriptionNotSigned, PaperInvalid
from .manifest import structure_valide
from .signed import hexadecimal, line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .seal import SigningKey

SUFFIX = ".msma-inscription"
KIND = "inscription"


@dataclass(frozen=True, slots=True)
class Inscription:
    """`nom` is the cabinet's. `convention`: the fingerprint of the file it confirmed.

    `precedente`: the key that this one replaces; None at the first enrolment, or after a loss.
    """

    structure: str
    region: str
    nom: str
    cle: str
    convention: str
    precedente: str | None = None


def write(inscription: Inscription, key: SigningKey, former: SigningKey | None = None) -> bytes:
    """The file's bytes; `former` vouches for a new key.

    Raises:
        InscriptionInvalid: what a reader would refuse, or keys that are not those it names.
    """
    if key.public != inscription.cle:
        raise InscriptionInvalid
    if inscription.precedente != (former.public if former is not None else None):
        raise InscriptionInvalid
    data = signed.write(KIND, _content(inscription), key, former)
    if read(data) != inscription:
        raise InscriptionInvalid
    return data


def read(data: bytes, known: str | None = None) -> Inscription:
    """What a file says, signed by the key that it names.

    `known`: the key that the animator has for this structure; another one must be vouched for by
    it. Without it, two people must read the fingerprint to each other.

    Raises:
        InscriptionInvalid
        InscriptionNotSigned
    """
    try:
        paper, inscription = signed.parse(KIND, data, _inscription, _content)
    except PaperInvalid:
        raise InscriptionInvalid from None
    if not paper.by(inscription.cle):
        raise InscriptionNotSigned
    former = inscription.precedente
    if former is not None and not paper.vouched_by(former):
        raise InscriptionNotSigned
    if known not in {None, inscription.cle, former}:
        raise InscriptionNotSigned
    return inscription


def _content(inscription: Inscription) -> dict[str, Any]:
    return {
        "structure": inscription.structure,
        "region": inscription.region,
        "nom": inscription.nom,
        "cle": inscription.cle,
        "convention": inscription.convention,
        "precedente": inscription.precedente,
    }


def _inscription(content: Mapping[str, Any]) -> Inscription:
    former = content["precedente"]
    found = Inscription(
        line(content["structure"]),
        line(content["region"]),
        line(content["nom"]),
        hexadecimal(content["cle"]),
        hexadecimal(content["convention"]),
        None if former is None else hexadecimal(former),
    )
    named = found.nom.strip() and found.precedente != found.cle
    if not named or not structure_valide(found.structure, found.region):
        raise ValueError
    return found
