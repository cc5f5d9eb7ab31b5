"""A disk that loses power: what it was told, in order, and what may be left of it afterwards.

What was flushed stays. Of what a file was told since its last flush, anything may be there: all of
it, some writes without the others, some sectors of a write without the others. Names are made,
changed and removed in order, and stay once their folder was flushed.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Create:
    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Remove:
    path: str


@dataclass(frozen=True, slots=True)
class Flush:
    """Of a file, or of a folder."""

    path: str


@dataclass(frozen=True, slots=True)
class Say:
    """Not of the disk: what a person was told, at this moment of its history."""

    line: str


Change: TypeAlias = Write | Resize
Naming: TypeAlias = Create | Rename | Remove
Event: TypeAlias = Change | Naming | Flush | Say


@dataclass
class File:
    durable: bytes = b""
    pending: list[Change] = field(default_factory=list)

    def flushed(self) -> None:
        for change in self.pending:
            self.durable = applied(self.durable, change)
        self.pending = []

    def left(self, chance: random.Random, style: str) -> bytes:
        content = self.durable
        for change in self.pending:
            for part in surviving(change, chance, style):
                content = applied(content, part)
        return content


def applied(content: bytes, change: Change) -> bytes:
    if isinstance(change, Resize):
        return content[: change.size].ljust(change.size, b"\0")
    start, end = change.offset, change.offset + len(change.data)
    return content[:start].ljust(start, b"\0") + change.data + content[end:]


STYLES = ("tout", "ecritures", "secteurs")


def surviving(change: Change, chance: random.Random, style: str) -> Iterator[Change]:
    """What reached the disk of one change that nobody waited for."""
    if style == "tout":
        yield change
    elif style == "ecritures" or isinstance(change, Resize):
        if chance.random() < 0.5:
            yield change
    else:
        yield from (part for part in sectors(change) if chance.random() < 0.5)


def sectors(change: Write) -> Iterator[Write]:
    at, end = change.offset, change.offset + len(change.data)
    while at < end:
        upto = min(end, (at // SECTOR + 1) * SECTOR)
        part = change.data[at - change.offset : upto - change.offset]
        yield replace(change, offset=at, data=part)
        at = upto


class Disk:
    """`honest`: a flush means something. Without, it is the disk that proves the others."""

    def __init__(self, root: Path, *, honest: bool = True) -> None:
        self._honest = honest
        self._names = {
            str(path): File(path.read_bytes()) for path in root.rglob("*") if path.is_file()
        }
        self._durable = dict(self._names)
        self._namings: list[tuple[Naming, File | None]] = []

    def told(self, event: Event) -> None:
        match event:
            case Write() | Resize():
                self._names[event.path].pending.append(event)
            case Create():
                made = self._names.setdefault(event.path, File())
                self._namings.append((event, made))
            case Rename() | Remove():
                self._namings.append((event, self._names.get(event.path)))
                rename(self._names, event, self._names.get(event.path))
            case Flush() if self._honest:
                self._flush(event.path)

    def _flush(self, path: str) -> None:
        if path in self._names:
            self._names[path].flushed()
            return
        for naming, file in self._namings:
            rename(self._durable, naming, file)
        self._namings = []

    def left(self, chance: random.Random) -> dict[str, bytes]:
        """The files that somebody finds when the power is back."""
        style = chance.choice(STYLES)
        names = dict(self._durable)
        until = len(self._namings) if style == "tout" else chance.randint(0, len(self._namings))
        for naming, file in self._namings[:until]:
            rename(names, naming, file)
        return {path: file.left(chance, style) for path, file in names.items()}


def rename(names: dict[str, File], naming: Naming, file: File | None) -> None:
    if isinstance(naming, Create):
        names.setdefault(naming.path, file or File())
        return
    names.pop(naming.path, None)
    if isinstance(naming, Rename) and file is not None:
        names[naming.target] = file


def cuts(
    disk: Disk, events: Iterable[Event], moments: set[int], chance: random.Random
) -> Iterator[tuple[list[str], dict[str, bytes]]]:
    """At each moment, what had been said so far and what is left on the disk."""
    said: list[str] = []
    for moment, event in enumerate(events):
        if moment in moments:
            yield list(said), disk.left(chance)
        if isinstance(event, Say):
            said.append(event.line)
        else:
            disk.told(event)
