"""A reader of files that come from elsewhere, as a target: examples, and what reading must be."""

import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from microstructure_desktop.errors import AppError

SEPARATOR = b"\n\x00\n"
"""Between the files of a target that reads several."""


@dataclass(frozen=True, slots=True)
class Target:
    """`one` returns whatever bytes it is given, or the reader is at fault; true: they were read."""

    nom: str
    seeds: Callable[[], list[bytes]]
    one: Callable[[bytes], bool]


@dataclass
class Outcome:
    read: bool = False


@contextmanager
def refusing() -> Iterator[Outcome]:
    """It is read, or refused with a sentence and a way out."""
    outcome = Outcome()
    try:
        yield outcome
    except AppError as refusal:
        if not (refusal.sentence and refusal.way_out):
            raise
    else:
        outcome.read = True


def parts(names: list[str], data: bytes) -> dict[str, bytes]:
    return dict(zip(names, data.split(SEPARATOR), strict=False))


def scratch() -> Path:
    """A folder that lasts as long as this process."""
    folder = Path(mkdtemp(prefix="msma-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
