"""Several files in one: a ZIP whose bytes depend on nothing but them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from typing import TYPE_CHECKING

from .errors import ArchiveInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_FILES = 50
LARGEST = 20_000_000
_NAME = re.compile(r"([a-z]{1,16}/)?[A-Za-z0-9_]{1,48}\.[a-z]{1,8}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _REGULAR_0644 = 3, 0o100644 << 16
_ENTRY = struct.Struct("<4s5H3L2H")
_ENTRY_BEGINS = b"PK\x03\x04"


def pack(files: Mapping[str, bytes]) -> bytes:
    """Stored, sorted by name, without clock nor owner."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _REGULAR_0644
            archive.writestr(entry, content)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """What `pack` made, and nothing that it would not make again.

    The entries are walked here, never inflated nor looked for where the archive says that they
    are: a stranger may have made it.

    Raises:
        ArchiveInvalid: too many files, too large, a name that could be a path, any other ZIP.
    """
    if len(data) > LARGEST:
        raise ArchiveInvalid
    files: dict[str, bytes] = {}
    at = 0
    try:
        while data.startswith(_ENTRY_BEGINS, at) and len(files) < MOST_FILES:
            *_, size, name_size, _extra = _ENTRY.unpack_from(data, at)
            begins = at + _ENTRY.size + name_size
            name = data[at + _ENTRY.size : begins].decode("ascii")
            if not _NAME.fullmatch(name):
                raise ArchiveInvalid
            files[name] = data[begins : begins + size]
            at = begins + size
    except (struct.error, ValueError):
        raise ArchiveInvalid from None
    if pack(files) != data:
        raise ArchiveInvalid
    return files
