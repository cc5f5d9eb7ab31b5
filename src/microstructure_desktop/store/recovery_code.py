"""The recovery code: 160 random bits in eight groups, each ended by a sign that checks it."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError

from . import boxes
from .failures import SheetIsPersonal, SheetOfCabinet

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
GROUPS, DATA, BITS = 8, 4, 5
WIDTH = DATA + 1
BYTES = GROUPS * DATA * BITS // 8
PREFIX = "MSMASEC1"
"""What the printed square code begins with, before the cabinet's store and the code."""
OWN_PREFIX = "MSMAPER1"
"""The same for the own sheet of a member."""

_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[^0-9A-Z]+")
_POLYNOMIAL, _FIELD = 0b100101, 32


class CodeUnreadable(AppError):
    """`wrong`: the groups to look at, from 1. `length`: how many signs were typed, when that is
    the fault: `wrong` is then where to begin to look.
    """

    way_out = "Comparez avec la feuille, signe par signe : un groupe compte cinq signes."

    def __init__(self, wrong: Sequence[int], length: int | None = None) -> None:
        self.wrong = tuple(wrong)
        *firsts, last = map(str, self.wrong)
        if length is not None:
            super().__init__(
                f"Le code compte {GROUPS * WIDTH} signes ; {length} ont été saisis. "
                f"Vérifiez à partir du groupe {last}."
            )
        elif firsts:
            named = f"{', '.join(firsts)} et {last}"
            super().__init__(f"Les groupes {named} ne sont pas ceux d’une feuille.")
        else:
            super().__init__(f"Le groupe {last} n’est pas celui d’une feuille.")


class OtherCabinet(AppError):
    sentence = "Cette feuille de secours est celle d’un autre cabinet."
    way_out = "Le nom du cabinet et la date sont en tête de chaque feuille."


def generate() -> bytes:
    return secrets.token_bytes(BYTES)


def groups(code: bytes) -> tuple[str, ...]:
    """What is printed: four signs, and one that depends on them and on the group's place."""
    number = int.from_bytes(code)
    signs = [number >> BITS * rank & _FIELD - 1 for rank in reversed(range(GROUPS * DATA))]
    return tuple(
        "".join(ALPHABET[sign] for sign in (*data, _check(rank, data)))
        for rank in range(GROUPS)
        for data in (signs[rank * DATA : (rank + 1) * DATA],)
    )


def printed(code: bytes, store_id: str, prefix: str = PREFIX) -> str:
    """What the square code of the sheet holds; capitals alone, so that its squares are large."""
    return f"{prefix}:{store_id.upper()}:{''.join(groups(code))}"


def parse(text: str, store_id: str = "", prefix: str = PREFIX) -> bytes:
    """The code, typed in any case, with any spaces, or read from the square code.

    Raises:
        CodeUnreadable: it says which groups are wrong.
        OtherCabinet: the square code is that of another store.
        SheetIsPersonal, SheetOfCabinet: it is that of the other kind of sheet.
    """
    typed = text.strip().upper()
    for other, refusal in ((PREFIX, SheetOfCabinet), (OWN_PREFIX, SheetIsPersonal)):
        if other != prefix and typed.startswith(f"{other}:"):
            raise refusal
    if typed.startswith(f"{prefix}:"):
        _, named, typed = (*typed.split(":", 2), "")[:3]
        if store_id and named != store_id.upper():
            raise OtherCabinet
    found = _split(typed.translate(_READ_AS))
    wrong = [rank for rank, group in enumerate(found, start=1) if not _sound(rank - 1, group)]
    if wrong:
        raise CodeUnreadable(wrong)
    number = 0
    for sign in (sign for group in found for sign in group[:DATA]):
        number = number << BITS | ALPHABET.index(sign)
    return number.to_bytes(BYTES)


def same_group(code: bytes, rank: int, typed: str) -> bool:
    """Whether what was typed is the group of that rank, from 1."""
    group = _BETWEEN.sub("", typed.upper().translate(_READ_AS))
    return hmac.compare_digest(group, groups(code)[rank - 1])


def pair(code: bytes, store_id: str) -> tuple[bytes, bytes]:
    """The private and public keys that the code stands for, in that cabinet (HKDF, RFC 5869)."""
    return _derived(code, f"secours {store_id}", b"secours")


def own_pair(code: bytes, store_id: str, membre_id: MembreId) -> tuple[bytes, bytes]:
    """The same for a member's own sheet: from one code, nothing in common with the other pair."""
    return _derived(code, f"personnelle {store_id} {membre_id}", b"personnelle")


def _derived(code: bytes, salt: str, info: bytes) -> tuple[bytes, bytes]:
    extracted = hmac.digest(hashlib.sha256(salt.encode()).digest(), code, "sha256")
    private = hmac.digest(extracted, info + b"\x01", "sha256")
    return private, boxes.public_of(private)


def _split(typed: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(typed) if part]
    if len(parts) == GROUPS:
        return parts
    whole = "".join(parts)
    found = [whole[start : start + WIDTH] for start in range(0, len(whole), WIDTH)]
    if len(whole) == GROUPS * WIDTH:
        return found
    broken = next((r for r, g in enumerate(found) if r >= GROUPS or not _sound(r, g)), len(found))
    raise CodeUnreadable([min(broken + 1, GROUPS)], len(whole))


def _sound(rank: int, group: str) -> bool:
    if len(group) != WIDTH or any(sign not in ALPHABET for sign in group):
        return False
    *data, last = (ALPHABET.index(sign) for sign in group)
    return last == _check(rank, data)


def _check(rank: int, data: Iterable[int]) -> int:
    """In the field of 32 elements: each place weighs differently, and so does each group.

    One wrong sign, two exchanged signs and two exchanged groups are then always seen.
    """
    total, weight = rank, 1
    for sign in data:
        weight = _times(weight, 2)
        total ^= _times(weight, sign)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & _FIELD:
            left ^= _POLYNOMIAL
        right >>= 1
    return product
