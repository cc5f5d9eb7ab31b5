"""Put back the files of the cabinet that came with a backup; those that differ are kept aside."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from . import files, own_files
from .backup_failures import BackupDamaged
from .swap import KEPT

log = logging.getLogger(__name__)
PENDING = "formulaires.json"
"""In a store's folder until they are in theirs: a restoration that is cut goes on from it."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """`kept`: where those that differed are. `waiting`: the disk refused, it will be done again."""

    count: int = 0
    kept: Path | None = None
    waiting: bool = False


def leave(coffre: Path, content: bytes, reason: str, at: datetime) -> int:
    """Have `settle` put them back once this folder is the store's; how many there are.

    Raises:
        BackupDamaged, OSError
    """
    texts = own_files.loads(content)
    if texts:
        with files.create(coffre / PENDING) as file:
            file.write(f".{reason}-{at:%Y%m%d-%H%M%S}\n".encode() + content)
    return len(texts)


def settle(coffre: Path) -> PutBack:
    """Put back what a restored store brought; cut at any moment, it ends the same next time."""
    pending = coffre / PENDING
    if not pending.exists():
        return PutBack()
    own = coffre.with_name(own_files.FOLDER)
    try:
        ending, texts = _read(pending)
        aside = coffre.with_name(own_files.FOLDER + ending)
        for name, text in texts.items():
            _put(own, name, text.encode(), aside)
        pending.unlink()
    except (OSError, BackupDamaged) as problem:
        log.warning("files of the cabinet not put back: %s", type(problem).__name__)
        return PutBack(waiting=True)
    return PutBack(len(texts), aside if aside.exists() else None)


def _read(pending: Path) -> tuple[str, own_files.Texts]:
    said, _, content = pending.read_bytes().partition(b"\n")
    ending = said.decode("ascii", errors="replace")
    if not KEPT.fullmatch(ending):
        raise BackupDamaged(own_files.FOLDER)
    return ending, own_files.loads(content)


def _put(own: Path, name: str, content: bytes, aside: Path) -> None:
    target = own / name
    for above in list(reversed(PurePosixPath(name).parents))[1:]:
        folder = own / above
        if folder.is_symlink() or folder.is_file():
            _keep(folder, aside / above)
    if target.is_symlink() or target.exists():
        if not target.is_symlink() and target.is_file() and target.read_bytes() == content:
            return
        _keep(target, aside / name)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.nouveau")
    draft.unlink(missing_ok=True)  # of a time that was cut
    with files.create(draft) as file:
        file.write(content)
    files.rename(draft, target)
    files.flush_folder(target.parent)


def _keep(path: Path, aside: Path) -> None:
    aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    free, rank = aside, 2
    while free.is_symlink() or free.exists():
        free = aside.with_name(f"{aside.name}.{rank}")
        rank += 1
    files.rename(path, free)
    files.flush_folder(free.parent)
