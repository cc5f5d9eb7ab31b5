"""Backups as files of a folder: their names, which are there, what an interrupted one left."""

import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from microstructure_desktop.domain.sauvegarde import Copie, Genre

from .msmabak import SUFFIX, Manifeste

PREFIX, DRAFT, BENCH = "msma-", ".partiel", ".essai-"
DAMAGED = ".abimee"
"""Added to the name of a backup that could not be read any more."""
STALE_SECONDS = 86_400


def listed(folder: Path) -> list[tuple[Path, Copie]]:
    """The backups of a folder, the latest first; a name says what is needed of each."""
    try:
        found = [(path, known) for path in folder.iterdir() if (known := copie(path.name))]
    except OSError:
        return []
    return sorted(found, key=lambda one: one[1].rang, reverse=True)


def free(folder: Path, manifeste: Manifeste) -> Path:
    """The name of a file that is not there yet: two may be made within a second."""
    stem = f"{PREFIX}{manifeste.faite_le:%Y%m%d-%H%M%S}"
    path, rank = folder / f"{stem}-{manifeste.genre}{SUFFIX}", 2
    while path.exists() or path.with_name(path.name + DAMAGED).exists():
        path = folder / f"{stem}-{manifeste.genre}.{rank}{SUFFIX}"
        rank += 1
    return path


def copie(name: str) -> Copie | None:
    damaged = name.endswith(SUFFIX + DAMAGED)
    stem = name.removesuffix(DAMAGED).removesuffix(SUFFIX)
    if not name.startswith(PREFIX) or stem == name.removesuffix(DAMAGED):
        return None
    day, _, rest = stem.removeprefix(PREFIX).partition("-")
    hour, _, genre = rest.partition("-")
    try:
        le = datetime.strptime(f"{day}-{hour}", "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
        why, _, rank = genre.partition(".")
        return Copie(name, le, Genre(why), damaged, int(rank or 1))
    except ValueError:
        return None


def unfinished(folder: Path) -> list[Path]:
    """What is being made in a folder, or was when it was interrupted."""
    try:
        return [
            path
            for path in folder.iterdir()
            if path.name.startswith(BENCH) or path.name.endswith(DRAFT)
        ]
    except OSError:
        return []


def sweep(folder: Path) -> None:
    """Forget what an interrupted backup left a day ago."""
    for path in unfinished(folder):
        if time.time() - path.stat().st_mtime > STALE_SECONDS:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
