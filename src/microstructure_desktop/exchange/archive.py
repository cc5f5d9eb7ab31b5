"""Several files in one: a ZIP of which every byte is accounted for."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import ArchiveInvalid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_FILES = 50
LARGEST = 20_000_000
"""Bytes, of the archive as of what it holds."""

_NAME = re.compile(r"([a-z]{1,16}/)?[A-Za-z0-9_]{1,48}\.[a-z]{1,8}")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s2B5H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_BEGINS = b"PK\x03\x04"
_VERSION, _UNIX, _DEFLATED = 20, 3, 8
_EPOCH = (0, 0x21)
"""Midnight on 1 January 1980, as MS-DOS writes it."""
_REGULAR_0644 = 0o100644 << 16
_BEST, _RAW = 9, -15


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    crc: int
    size: int
    deflated: bytes


def pack(files: Mapping[str, bytes]) -> bytes:
    """Deflated, sorted by name, without clock nor owner: small enough to be printed as codes.

    Another zlib may deflate the same files to other bytes: whoever names a bundle hashes its
    manifest, never its archive.
    """
    return _written(_deflated(name, content) for name, content in sorted(files.items()))


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of such an archive, and of no other ZIP.

    The entries are walked here, inflated up to a limit, never looked for where the archive says
    that they are: a stranger may have made it.

    Raises:
        ArchiveInvalid: too many files, too large, a name that could be a path, any other ZIP.
    """
    if len(data) > LARGEST:
        raise ArchiveInvalid
    files: dict[str, bytes] = {}
    entries: list[_Entry] = []
    at = left = 0
    try:
        while data.startswith(_LOCAL_BEGINS, at) and len(entries) < MOST_FILES:
            entry, at = _entry(data, at)
            content = _inflated(entry, LARGEST - left)
            left += len(content)
            entries.append(entry)
            files[entry.name] = content
    except (struct.error, ValueError, zlib.error):
        raise ArchiveInvalid from None
    names = [entry.name for entry in entries]
    if names != sorted(files) or _written(entries) != data:
        raise ArchiveInvalid
    return files


def _deflated(name: str, content: bytes) -> _Entry:
    deflater = zlib.compressobj(_BEST, zlib.DEFLATED, _RAW)
    deflated = deflater.compress(content) + deflater.flush()
    return _Entry(name, zlib.crc32(content), len(content), deflated)


def _entry(data: bytes, at: int) -> tuple[_Entry, int]:
    *_, crc, deflated_size, size, name_size, _extra = _LOCAL.unpack_from(data, at)
    begins = at + _LOCAL.size + name_size
    name = data[at + _LOCAL.size : begins].decode("ascii")
    if not _NAME.fullmatch(name):
        raise ArchiveInvalid
    ends = begins + deflated_size
    return _Entry(name, crc, size, data[begins:ends]), ends


def _inflated(entry: _Entry, most: int) -> bytes:
    """What one entry holds, when it is exactly what its heading says."""
    if entry.size > most:
        raise ArchiveInvalid
    inflater = zlib.decompressobj(_RAW)
    content = inflater.decompress(entry.deflated, entry.size + 1)
    whole = inflater.eof and not inflater.unused_data and not inflater.unconsumed_tail
    if not whole or len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise ArchiveInvalid
    return content


def _written(entries: Iterable[_Entry]) -> bytes:
    """The whole archive: what `pack` writes, and what `unpack` compares with."""
    local, central, number = bytearray(), bytearray(), 0
    for entry in entries:
        number += 1
        name = entry.name.encode("ascii", "replace")
        shared = (_DEFLATED, *_EPOCH, entry.crc, len(entry.deflated), entry.size, len(name), 0)
        central += _CENTRAL.pack(
            b"PK\x01\x02", _VERSION, _UNIX, _VERSION, 0, *shared, 0, 0, 0, _REGULAR_0644, len(local)
        )
        central += name
        local += _LOCAL.pack(_LOCAL_BEGINS, _VERSION, 0, *shared) + name + entry.deflated
    end = _END.pack(b"PK\x05\x06", 0, 0, number, number, len(central), len(local), 0)
    return bytes(local + central + end)
