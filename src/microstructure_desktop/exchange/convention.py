"""The convention file: what the animator tells a cabinet so that it can send its months."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.canal import TypeCanal

from . import signed
from .contents import K_ACTIVITE, K_PLANCHER, K
from .errors import ConventionInvalid, ConventionNotSigned, PaperInvalid
from .manifest import region_valide
from .seal import readable_recipient
from .signed import hexadecimal, line, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .seal import SigningKey

SUFFIX = ".msma-conv"
KIND = "convention"

_LAST_DAY, _MOST_RECIPIENTS, _MOST_CHANNELS = 28, 2, 10


@dataclass(frozen=True, slots=True)
class CanalPropose:
    """A way that the animator opens; no secret in it: whatever it asks is typed in the cabinet."""

    type: TypeCanal
    adresse: str = field(repr=False)
    nom: str = ""


@dataclass(frozen=True, slots=True)
class Convention:
    """`cle`: the animator's signing key. `destinataires`: age keys, the animator's then its backup.

    `k`: fewest people behind a trait; `k_activite`: behind a month of activity. `profils`: whether
    the traits of a closed year's people, by such groups, may be joined once a year.
    `jour_limite`: the day of the following month by which a month is awaited. `numero` goes up;
    `precedente` is the fingerprint of the file that this one follows.
    """

    region: str
    animateur: str
    contact: str
    cle: str
    destinataires: tuple[str, ...]
    k: int = K
    k_activite: int = K_ACTIVITE
    jour_limite: int = 15
    canaux: tuple[CanalPropose, ...] = ()
    numero: int = 1
    precedente: str | None = None
    profils: bool = False


def empreinte(data: bytes) -> str:
    """The SHA-256 that every bundle names."""
    return hashlib.sha256(data).hexdigest()


def write(convention: Convention, key: SigningKey, former: SigningKey | None = None) -> bytes:
    """The file's bytes; `former` vouches for a new key.

    Raises:
        ConventionInvalid: what a reader would refuse, or a key that is not the one it names.
    """
    if key.public != convention.cle:
        raise ConventionInvalid
    data = signed.write(KIND, _content(convention), key, former)
    if read(data) != convention:
        raise ConventionInvalid
    return data


def read(data: bytes, known: str | None = None) -> Convention:
    """What a file says, signed by the key that it names.

    `known`: the animator's key that the cabinet confirmed; another one must be vouched for by it.

    Raises:
        ConventionInvalid
        ConventionNotSigned
    """
    try:
        paper, convention = signed.parse(KIND, data, _convention, _content)
    except PaperInvalid:
        raise ConventionInvalid from None
    if not paper.by(convention.cle):
        raise ConventionNotSigned
    if known is not None and known != convention.cle and not paper.vouched_by(known):
        raise ConventionNotSigned
    return convention


def _content(convention: Convention) -> dict[str, Any]:
    return {
        "region": convention.region,
        "animateur": convention.animateur,
        "contact": convention.contact,
        "cle": convention.cle,
        "destinataires": list(convention.destinataires),
        "k": convention.k,
        "k_activite": convention.k_activite,
        "jour_limite": convention.jour_limite,
        "canaux": [
            {"type": c.type.value, "adresse": c.adresse, "nom": c.nom} for c in convention.canaux
        ],
        "numero": convention.numero,
        "precedente": convention.precedente,
        "profils": convention.profils,
    }


def _convention(content: Mapping[str, Any]) -> Convention:
    former = content["precedente"]
    found = Convention(
        line(content["region"]),
        line(content["animateur"]),
        line(content["contact"]),
        hexadecimal(content["cle"]),
        tuple(map(line, content["destinataires"])),
        whole(content["k"], K_PLANCHER),
        whole(content["k_activite"], K_ACTIVITE),
        whole(content["jour_limite"], 1, _LAST_DAY),
        tuple(map(_canal, content["canaux"])),
        whole(content["numero"], 1),
        None if former is None else hexadecimal(former),
        _flag(content["profils"]),
    )
    if not _sound(found):
        raise ValueError
    return found


def _flag(value: object) -> bool:
    """Yes or no; a number that looks like one is neither."""
    if value is not True and value is not False:
        raise ValueError
    return value


def _canal(content: Mapping[str, Any]) -> CanalPropose:
    return CanalPropose(TypeCanal(content["type"]), line(content["adresse"]), line(content["nom"]))


def _sound(convention: Convention) -> bool:
    return (
        region_valide(convention.region)
        and bool(convention.animateur.strip())
        and 1 <= len(convention.destinataires) <= _MOST_RECIPIENTS
        and len(set(convention.destinataires)) == len(convention.destinataires)
        and all(map(readable_recipient, convention.destinataires))
        and len(convention.canaux) <= _MOST_CHANNELS
        and (convention.numero == 1) == (convention.precedente is None)
    )
