"""Former stores kept beside the present one: what their names say, and how one goes for good."""

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from . import files, swap

GONE = ".supprime-"
"""How the name of one that is being deleted begins: it is no store any more."""
_NAME = re.compile(r"\.([a-z-]+)-(\d{8})-\d{6}")


@dataclass(frozen=True, slots=True)
class Former:
    """`reason`: why it was kept, as its name says; "" when that says nothing."""

    path: Path
    reason: str
    le: date | None
    octets: int


def former(coffre: Path) -> list[Former]:
    """The latest first."""
    found = [_read(path, path.name.removeprefix(coffre.name)) for path in swap.former(coffre)]
    return sorted(found, key=lambda one: (one.le or date.min, one.path.name), reverse=True)


def put_out(path: Path) -> Path:
    """Take its name away: a crash from then on leaves nothing that looks like a store.

    Raises:
        OSError: it is there as it was.
    """
    gone, rank = path.with_name(GONE + path.name), 2
    while gone.exists():
        gone = path.with_name(f"{GONE}{path.name}-{rank}")
        rank += 1
    files.rename(path, gone)
    files.flush_folder(path.parent)
    return gone


def sweep(root: Path) -> list[Path]:
    """End the deletions; what refuses to go is given back, for the next time."""
    for path in root.glob(f"{GONE}*"):
        shutil.rmtree(path, ignore_errors=True)
    return sorted(root.glob(f"{GONE}*"))


def _read(path: Path, ending: str) -> Former:
    found = _NAME.match(ending)
    le = None
    if found is not None:
        with suppress(ValueError):
            le = datetime.strptime(found[2], "%Y%m%d").date()  # noqa: DTZ007 -- a day
    return Former(path, found[1] if found else "", le, _size(path))


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            total += path.stat().st_size
    return total
