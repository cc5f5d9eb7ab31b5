"""The forms, scales and programmes that the cabinet wrote, as a backup carries them."""

import hashlib
import json
import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from microstructure_desktop.forms.toml_table import MAX_BYTES

from .backup_failures import BackupDamaged

log = logging.getLogger(__name__)
FOLDER = "formulaires"
"""Beside the store's own."""
SUFFIX = ".toml"
MOST = 800
LARGEST = 8 * 2**20
"""Bytes of all of them in a backup."""
DEEP, LONG = 6, 100
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_DEVICE = re.compile(
    r"(?i:con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\..*)?"
)

Texts = Mapping[str, str]
"""By relative name, with « / » on every system."""


def part(folder: Path) -> bytes:
    """What a backup carries of a folder: whatever cannot be carried never prevents it."""
    texts: dict[str, str] = {}
    names, room, left = _Names(), LARGEST - len(dumps({})), 0
    for name, text in _found(folder):
        size = len(dumps({name: text})) if text is not None else LARGEST
        if text is None or size > room or len(texts) == MOST or not names.take(name):
            left += 1
        else:
            texts[name] = text
            room -= size
    if left:
        log.warning("%d files of the cabinet are in no backup", left)
    return dumps(texts)


def dumps(texts: Texts) -> bytes:
    """The one way to write them."""
    return json.dumps(texts, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def loads(content: bytes) -> dict[str, str]:
    """What a backup carries, when every name may be written on any computer.

    Raises:
        BackupDamaged
    """
    try:
        texts = json.loads(content) if len(content) <= LARGEST else None
        if not isinstance(texts, dict) or len(texts) > MOST or dumps(texts) != content:
            raise BackupDamaged(FOLDER)
    except (ValueError, RecursionError):
        raise BackupDamaged(FOLDER) from None
    names = _Names()
    for name, text in texts.items():
        sound = isinstance(text, str) and len(text.encode()) <= MAX_BYTES
        if not (sound and portable(name) and names.take(name)):
            raise BackupDamaged(FOLDER)
    return texts


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def portable(name: str) -> bool:
    """Whether a name stays inside its folder, and can be written as it is on any system."""
    parts = name.split("/")
    return name.endswith(SUFFIX) and len(parts) <= DEEP and all(map(_plain, parts))


def _plain(part: str) -> bool:
    return (
        0 < len(part) <= LONG
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and _FORBIDDEN.isdisjoint(part)
        and not any(unicodedata.category(sign) in _UNSEEN for sign in part)
        and unicodedata.normalize("NFC", part) == part
        and not _DEVICE.fullmatch(part)
    )


class _Names:
    """Those that may stand together, where capital letters are nothing."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, name: str) -> bool:
        """Whether no other one takes its place; then it is taken."""
        folded = name.casefold()
        above = {str(parent) for parent in PurePosixPath(folded).parents}
        if folded in self._files | self._folders or not self._files.isdisjoint(above):
            return False
        self._files.add(folded)
        self._folders |= above
        return True


def _found(folder: Path) -> Iterator[tuple[str, str | None]]:
    """Each file by name, links aside; None for what is no text, too long or badly named."""
    try:
        paths = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())
    except OSError:
        return
    for path in paths:
        name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        yield name, _text(path) if portable(name) and not path.is_symlink() else None


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        return content.decode() if len(content) <= MAX_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None
