"""Paper: sealed bytes as the contents of a few QR codes, and back, in whatever order they come."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LARGEST_CODE = 1_125
"""Bytes of a code of version 27 that corrects 15 % of its squares: 125 squares wide."""
MOST_CODES = 36
_HEADER = re.compile(
    rb"(MSMA1|MSMAA1)\|([0-9a-f]{8})\|([1-9][0-9]?)/([1-9][0-9]?)\|([0-9a-f]{8})\|(.+)", re.DOTALL
)
_LARGEST_HEADER = len("MSMAA1|01234567|10/10|01234567|")
LARGEST_PART = LARGEST_CODE - _LARGEST_HEADER
_BUNDLE_ID = re.compile(r"[0-9a-f]{8,64}")


class Genre(StrEnum):
    """What a code begins with: its format, and what it is a part of."""

    PAQUET = "MSMA1"
    ACCUSE = "MSMAA1"


class PaperTooLarge(AppError):
    sentence = "Cet envoi est trop gros pour le papier."
    way_out = "Envoyez-le par un autre moyen : une clé USB ou un courriel, par exemple."


class PaperIncomplete(AppError):
    """Codes of one sending were read, and not all."""

    def __init__(self, missing: Sequence[int], total: int) -> None:
        self.missing, self.total = tuple(missing), total
        *firsts, last = map(str, missing)
        named = f"{', '.join(firsts)} et {last}" if firsts else last
        codes = "les codes" if firsts else "le code"
        super().__init__(f"Il manque {codes} {named} sur {total}.")

    way_out = "Scannez de nouveau la page perdue ou mal lue, puis lisez toutes les pages ensemble."


class PapersMixed(AppError):
    sentence = "Ces codes viennent de plusieurs envois."
    way_out = "Lisez séparément les pages de chacun : le même numéro d’envoi est sur toutes."


class PaperDamaged(AppError):
    sentence = "Les codes lus ne donnent pas l’envoi qui a été imprimé."
    way_out = "Scannez de nouveau toutes les pages, ou demandez qu’on les imprime de nouveau."


class PaperWithoutCode(AppError):
    sentence = "Aucun code d’un envoi n’a été trouvé sur ces pages."
    way_out = (
        "Scannez chaque page entière, à plat, à 300 points par pouce ou plus, "
        "en gris ou en noir et blanc."
    )


@dataclass(frozen=True, slots=True)
class Papier:
    """What was read on paper; `id8`: the first signs of the id of the bundle it is, or is about."""

    genre: Genre
    id8: str
    octets: bytes


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a code is a part of. `check` tells two sealings of the same bundle apart."""

    genre: Genre
    id8: str
    total: int
    check: str


@dataclass(frozen=True, slots=True)
class _Part:
    whole: _Whole
    rank: int
    content: bytes


def split(octets: bytes, paquet: str, genre: Genre = Genre.PAQUET) -> tuple[bytes, ...]:
    """The contents of each code, of nearly the same length; `paquet`: the id of the bundle.

    Raises:
        PaperTooLarge: it would take too many pages.
        ValueError: nothing to print, or not an id.
    """
    if not octets or not _BUNDLE_ID.fullmatch(paquet):
        raise ValueError(paquet)
    total = -(-len(octets) // LARGEST_PART)
    if total > MOST_CODES:
        raise PaperTooLarge
    size = -(-len(octets) // total)
    heads = (f"{genre}|{paquet[:8]}|{n}/{total}|{_check(octets)}|" for n in range(1, total + 1))
    return tuple(head.encode() + octets[n * size : (n + 1) * size] for n, head in enumerate(heads))


def join(codes: Iterable[bytes]) -> Papier:
    """What the codes of one sending carry, each read once or more; other codes are ignored.

    Raises:
        PaperWithoutCode: none is of ours.
        PapersMixed: they are of more than one sending.
        PaperIncomplete: which ones are missing.
        PaperDamaged: together they are not what was printed.
    """
    parts = {part for part in map(_part, codes) if part is not None}
    wholes = {part.whole for part in parts}
    if not wholes:
        raise PaperWithoutCode
    if len(wholes) > 1:
        raise PapersMixed
    (whole,) = wholes
    found = {part.rank: part.content for part in parts}
    ranks = range(1, whole.total + 1)
    if missing := [rank for rank in ranks if rank not in found]:
        raise PaperIncomplete(missing, whole.total)
    octets = b"".join(found[rank] for rank in ranks)
    if len(found) < len(parts) or _check(octets) != whole.check:
        raise PaperDamaged
    return Papier(whole.genre, whole.id8, octets)


def lots(codes: Iterable[bytes]) -> tuple[tuple[bytes, ...], ...]:
    """A heap of pages sorted by sending, the first met first; other codes are left out."""
    found: dict[_Whole, list[bytes]] = {}
    for code in codes:
        part = _part(code)
        if part is not None:
            found.setdefault(part.whole, []).append(code)
    return tuple(map(tuple, found.values()))


def _part(code: bytes) -> _Part | None:
    """None: somebody else's code, on the same page."""
    read = _HEADER.fullmatch(code)
    if read is None or len(code) > LARGEST_CODE:
        return None
    genre, id8, rank, total, check = (each.decode("ascii") for each in read.groups()[:5])
    if int(rank) > int(total) or int(total) > MOST_CODES:
        return None
    return _Part(_Whole(Genre(genre), id8, int(total), check), int(rank), read[6])


def _check(octets: bytes) -> str:
    """Against pages mixed and codes misread only: who forges is stopped by the seal."""
    return hashlib.sha256(octets).hexdigest()[:8]
