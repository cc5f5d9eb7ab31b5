"""Replace a small file so that a crash leaves the old one or the new one, never half of each."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PREVIOUS = ".prec"
_TRIES, _PAUSE = 10, 0.1


def replace(path: Path, content: bytes, check: Callable[[bytes], object]) -> None:
    """Write, flush to the disk, read back through `check`, keep the former file, then rename."""
    draft = path.with_name(f".{path.name}.nouveau")
    _write_through(draft, content)
    check(draft.read_bytes())
    if path.exists():
        kept = path.with_name(f".{path.name}{PREVIOUS}.nouveau")
        _write_through(kept, path.read_bytes())
        rename(kept, path.with_name(path.name + PREVIOUS))
    rename(draft, path)
    flush_folder(path.parent)


def _write_through(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        _flush(file.fileno())


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync alone stops at the drive's cache
    else:
        os.fsync(descriptor)


def flush(path: Path) -> None:
    """Make what was written in a file outlive a power cut."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        _flush(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def create(path: Path) -> Iterator[BinaryIO]:
    """A new file for its owner alone, on the disk when the block ends."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        yield file
        file.flush()
        _flush(file.fileno())


def forget_cached(descriptor: int) -> None:
    """Have what follows read from the medium, not from memory; Windows has no such call."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)
    elif hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def flush_folder(folder: Path) -> None:
    """Make a rename durable; on Windows `rename` itself waits for the disk."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def rename(source: Path, target: Path) -> None:
    """Put a file in the place of another, with patience."""
    for left in reversed(range(_TRIES)):
        try:
            _move(source, target)
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)  # on Windows an antivirus may hold the file for a moment
        else:
            return


def _move(source: Path, target: Path) -> None:
    if sys.platform == "win32":
        import ctypes

        # Path.replace asks for the first of these only: the name would be changed in memory.
        replace_existing, write_through = 1, 8
        flags = replace_existing | write_through
        if not ctypes.windll.kernel32.MoveFileExW(str(source), str(target), flags):
            raise ctypes.WinError()
    else:
        source.replace(target)


_BINARY: int = getattr(os, "O_BINARY", 0)
