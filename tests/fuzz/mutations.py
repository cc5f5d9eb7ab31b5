"""Bytes made wrong, as a damaged disk, a hurried hand or somebody with a purpose makes them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

ODD = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\n",
    b'"',
    b"'''",
    b"[" * 60,
    b'{"a":' * 60,
    b"-1",
    b"1e999",
    b"9" * 400,
    b"NaN",
    b"null",
    b"2026-02-30",
    b"../../x",
    b"=cmd|' /C x'!A0",
    "\u202e\u2066".encode(),
    b"%s%n{0}",
)
MOST_BYTES = 600_000


@dataclass(frozen=True, slots=True)
class Edit:
    """`at` and `upto` are places of the whole, from 0 to 1; `kind` is a place among EDITS."""

    kind: int
    at: float
    upto: float
    byte: int


def _flip(data: bytes, start: int, _end: int, byte: int) -> bytes:
    return (
        data[:start]
        + bytes(b ^ (1 << byte % 8) for b in data[start : start + 1])
        + data[start + 1 :]
    )


def _set(data: bytes, start: int, _end: int, byte: int) -> bytes:
    return data[:start] + bytes([byte]) + data[start + 1 :]


def _drop(data: bytes, start: int, end: int, _byte: int) -> bytes:
    return data[:start] + data[end:]


def _double(data: bytes, start: int, end: int, byte: int) -> bytes:
    return data[:start] + data[start:end] * (1 + byte % 4) + data[end:]


def _insert(data: bytes, start: int, _end: int, byte: int) -> bytes:
    return data[:start] + ODD[byte % len(ODD)] + data[start:]


def _replace(data: bytes, start: int, end: int, byte: int) -> bytes:
    return data[:start] + ODD[byte % len(ODD)] + data[min(end, start + 12) :]


def _cut(data: bytes, start: int, _end: int, _byte: int) -> bytes:
    return data[:start]


EDITS: tuple[Callable[[bytes, int, int, int], bytes], ...] = (
    _flip,
    _set,
    _drop,
    _double,
    _insert,
    _replace,
    _cut,
)


def changed(data: bytes, edits: list[Edit]) -> bytes:
    for edit in edits:
        start, end = sorted(int(place * len(data)) for place in (edit.at, edit.upto))
        data = EDITS[edit.kind](data, start, end, edit.byte)[:MOST_BYTES]
    return data


def by_chance(chance: Random, seeds: list[bytes]) -> bytes:
    edits = [
        Edit(chance.randrange(len(EDITS)), chance.random(), chance.random(), chance.randrange(256))
        for _ in range(chance.randint(1, 6))
    ]
    return changed(chance.choice(seeds), edits)


PLACES = st.floats(0, 1, allow_nan=False)


def hostile(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """Any bytes, or examples with some changes."""
    edits = st.builds(Edit, st.integers(0, len(EDITS) - 1), PLACES, PLACES, st.integers(0, 255))
    wrong = st.builds(changed, st.sampled_from(seeds), st.lists(edits, min_size=1, max_size=5))
    return st.one_of(wrong, wrong, wrong, st.binary(max_size=300))
