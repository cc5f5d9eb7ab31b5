"""A member's personal keys: what they seal for themselves, and what keeps a key from being lost."""

import base64
from collections.abc import Iterable
from dataclasses import replace
from json import dumps

from microstructure_desktop.domain.ids import MembreId

from . import boxes
from .failures import NoteSealed
from .keyring import MAX_CLES, Cle, Personnelle

Pair = tuple[bytes, bytes]
"""Private half, public half."""


class PersonalKey:
    """One member's key pair: what they seal for themselves, nobody else can open.

    The keys of lost passphrases, once found again, open too; they seal nothing any more.
    """

    __slots__ = ("_former", "_private", "_public")

    def __init__(self, private: bytes, public: bytes) -> None:
        self._private = private
        self._public = public
        self._former: tuple[Pair, ...] = ()

    @property
    def pair(self) -> Pair:
        """What seals at present."""
        return self._private, self._public

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All that opens, the present one first."""
        return (self.pair, *self._former)

    def take_back(self, found: Iterable[Pair]) -> None:
        """Open from now on what these sealed."""
        known = {public for _, public in self.pairs}
        self._former += tuple(pair for pair in found if pair[1] not in known)

    def seal(self, text: str) -> str:
        if not text:
            return ""
        return base64.b64encode(boxes.seal(self._public, text.encode(), "note")).decode()

    def open(self, sealed: str) -> str:
        """The text sealed by this member.

        Raises:
            NoteSealed: somebody else sealed it, or a key that was lost.
        """
        if not sealed:
            return ""
        try:
            content = base64.b64decode(sealed, validate=True)
        except ValueError:
            raise NoteSealed from None
        for private, public in self.pairs:
            opened = boxes.unseal(private, public, content, "note")
            if opened is not None:
                return opened.decode()
        raise NoteSealed

    def wipe(self) -> None:
        """Forget the private halves; Python may still hold copies until the process ends."""
        self._private = b""
        self._former = ()

    def __repr__(self) -> str:
        return "PersonalKey(…)"


def sealed(store_id: str, membre_id: MembreId, pair: Pair, to: bytes) -> Cle:
    """A key that only the holder of `to` has back."""
    private, public = pair
    return Cle(public, boxes.seal(to, private, _purpose(store_id, membre_id, public)))


def opened(
    store_id: str, membre_id: MembreId, holder: Pair, cles: Iterable[Cle]
) -> tuple[Pair, ...]:
    """Those of these keys that were sealed to the holder, and are what they say."""
    return tuple(
        (private, cle.public)
        for cle in cles
        for private in (
            boxes.unseal(*holder, cle.private, _purpose(store_id, membre_id, cle.public)),
        )
        if private is not None and boxes.public_of(private) == cle.public
    )


def learnt(store_id: str, membre_id: MembreId, sheet: Personnelle, pair: Pair) -> Personnelle:
    """The sheet, which opens what that pair seals too: its code is not needed for it."""
    # After so many lost passphrases, it keeps opening the notes of the first ones.
    cles = (*sheet.cles, sealed(store_id, membre_id, pair, sheet.public))[:MAX_CLES]
    return replace(sheet, cles=cles)


def _purpose(store_id: str, membre_id: MembreId, public: bytes) -> str:
    return dumps(["personnelle", store_id, membre_id, public.hex()])
