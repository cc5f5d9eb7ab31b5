"""Papers that two parties exchange: canonical JSON and the signature of whoever wrote it."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import rfc8785

from .errors import PaperInvalid
from .seal import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .seal import SigningKey

LARGEST = 200_000
_VERSION = 1
_SIGNATURE_SIZE = 64
_HEX64 = re.compile(r"[0-9a-f]{64}")
_LONGEST_LINE = 200
_LARGEST_WHOLE = 999_999_999
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, marks that change the direction of what is read, separators of lines."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Signed:
    """`ancienne` is the signature by the former key, when a key follows another."""

    kind: str
    content: Mapping[str, Any] = field(repr=False)
    signature: bytes
    ancienne: bytes | None

    def by(self, public: str) -> bool:
        """Whether the holder of this key signed it."""
        return verify(public, message(self.kind, self.content), self.signature)

    def vouched_by(self, public: str) -> bool:
        """Whether the holder of the former key signed it too."""
        said = self.ancienne
        return said is not None and verify(public, message(self.kind, self.content), said)


def message(kind: str, content: Mapping[str, Any]) -> bytes:
    """What is signed: the kind stands in it, so that one paper is never taken for another."""
    return f"msma-{kind}-v{_VERSION}\n".encode() + rfc8785.dumps(dict(content))


def write(
    kind: str, content: Mapping[str, Any], key: SigningKey, former: SigningKey | None = None
) -> bytes:
    said = message(kind, content)
    vouched = former.sign(said) if former is not None else None
    return _bytes(Signed(kind, content, key.sign(said), vouched))


def read(kind: str, data: bytes) -> Signed:
    """What a paper says, whoever signed it.

    Raises:
        PaperInvalid: another kind of file, a later version, or bytes that `write` does not make.
    """
    if len(data) > LARGEST:
        raise PaperInvalid
    try:
        paper = json.loads(data)
        former = paper["ancienne"]
        found = Signed(
            kind,
            paper["contenu"],
            _signature(paper["signature"]),
            None if former is None else _signature(former),
        )
        if type(found.content) is not dict or _bytes(found) != data:
            raise PaperInvalid
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PaperInvalid from None
    return found


def parse(
    kind: str,
    data: bytes,
    of: Callable[[Mapping[str, Any]], T],
    back: Callable[[T], Mapping[str, Any]],
) -> tuple[Signed, T]:
    """A paper and what it means: `of` reads its content, `back` must write the same again.

    Raises:
        PaperInvalid: also when `of` finds no sense in it.
    """
    paper = read(kind, data)
    try:
        meant = of(paper.content)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise PaperInvalid from None
    if back(meant) != paper.content:
        raise PaperInvalid
    return paper, meant


def line(value: object, longest: int = _LONGEST_LINE) -> str:
    """A short text on one line, all of it visible.

    Raises:
        ValueError
    """
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError
    if any(unicodedata.category(character) in _UNSEEN for character in value):
        raise ValueError
    return value


def whole(value: object, least: int, most: int = _LARGEST_WHOLE) -> int:
    """A whole number between two others; true is not one.

    Raises:
        ValueError
    """
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value


def hexadecimal(value: str) -> str:
    """32 bytes: a key or a fingerprint.

    Raises:
        ValueError
    """
    return match(value, _HEX64)


def match(value: str, form: re.Pattern[str]) -> str:
    """A text of this form.

    Raises:
        ValueError
    """
    if not form.fullmatch(value):
        raise ValueError
    return value


def _signature(text: str) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != _SIGNATURE_SIZE:
        raise ValueError
    return found


def _bytes(paper: Signed) -> bytes:
    return rfc8785.dumps(
        {
            "format": f"msma-{paper.kind}",
            "version": _VERSION,
            "contenu": dict(paper.content),
            "signature": paper.signature.hex(),
            "ancienne": None if paper.ancienne is None else paper.ancienne.hex(),
        }
    )
