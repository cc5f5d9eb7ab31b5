"""Put a complete new folder in the place of the store's: at any moment, the old one or the new."""

import re
import shutil
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from microstructure_desktop.errors import AppError

from . import files
from .failures import StoreBusy

NEW = ".nouveau"
COMPLETE = "COMPLET"
"""Written last in the new folder: from then on it takes the place, whatever happens."""
HELD = ".echange"
KEPT = re.compile(r"\.[a-z-]+-\d{8}-\d{6}(-\d+)?")


class Swap:
    """A new folder being filled beside the store's.

    Used in a `with`: what was not put in place at its end is gone. `new` is where to write.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.new = folder.with_name(folder.name + NEW)
        self._held: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """Raises: StoreBusy, another process replaces it; DiskFull, FolderReadOnly."""
        self._held = _hold(self.folder)
        try:
            _settle(self.folder)
            self.new.mkdir(mode=0o700)
        except OSError as error:
            self._release()
            raise _refused(error) from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not (self.new / COMPLETE).exists():
            shutil.rmtree(self.new, ignore_errors=True)
        self._release()

    def replace(self, reason: str, at: datetime) -> Path | None:
        """Put it in place; nobody may have a file of either folder open.

        Gives where the former folder is kept, None when there was none.

        Raises:
            DiskFull, FolderReadOnly: the former folder is still in its place.
        """
        kept = f".{reason}-{at:%Y%m%d-%H%M%S}"
        try:
            for path in sorted(self.new.iterdir()):
                files.flush(path)
            files.flush_folder(self.new)
            files.replace(self.new / COMPLETE, kept.encode(), _kept)
        except OSError as error:
            raise _refused(error) from None
        try:
            return _finish(self.folder)
        except OSError as error:
            # It will never be put in place behind somebody who went on working in the former.
            if self.folder.exists():
                (self.new / COMPLETE).unlink(missing_ok=True)
            raise _refused(error) from None

    def _release(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


def recover(folder: Path) -> None:
    """End, or forget, a replacement that was interrupted; called before the key file is read.

    Raises:
        StoreBusy: another process is replacing the folder.
    """
    if not folder.with_name(folder.name + NEW).exists() and not (folder / COMPLETE).exists():
        return
    with _hold(folder):
        try:
            _settle(folder)
        except OSError as error:
            raise _refused(error) from None


def former(folder: Path) -> list[Path]:
    """The stores that stood in a folder's place, and are kept beside it."""
    beside = folder.parent.glob(f"{folder.name}.*")
    return sorted(path for path in beside if path.is_dir() and path.suffix != NEW)


def put_aside(folder: Path, reason: str, at: datetime) -> Path:
    """Rename the folder and leave nothing in its place.

    Raises:
        StoreBusy: another process is replacing it.
        OSError: it is still in its place.
    """
    with _hold(folder):
        kept = _free(folder, f".{reason}-{at:%Y%m%d-%H%M%S}")
        files.rename(folder, kept)
        files.flush_folder(folder.parent)
    return kept


def _settle(folder: Path) -> None:
    new = folder.with_name(folder.name + NEW)
    if (new / COMPLETE).exists():
        _finish(folder)
    elif new.exists():
        shutil.rmtree(new)
    (folder / COMPLETE).unlink(missing_ok=True)


def _finish(folder: Path) -> Path | None:
    """The two renames; started again after a crash, it goes on from where it was."""
    new = folder.with_name(folder.name + NEW)
    kept = _free(folder, _kept((new / COMPLETE).read_bytes()))
    former = folder.exists()
    if former:
        files.rename(folder, kept)
        files.flush_folder(folder.parent)
    try:
        files.rename(new, folder)
    except OSError:
        if former:
            files.rename(kept, folder)
        raise
    files.flush_folder(folder.parent)
    (folder / COMPLETE).unlink(missing_ok=True)
    return kept if former else None


def _kept(content: bytes) -> str:
    """How the former folder's name will end; a damaged marker still has one to give."""
    text = content.decode("ascii", errors="replace")
    return text if KEPT.fullmatch(text) else f".ancien-{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005 -- a name


def _free(folder: Path, ending: str) -> Path:
    path, rank = folder.with_name(folder.name + ending), 2
    while path.exists():
        path = folder.with_name(f"{folder.name}{ending}-{rank}")
        rank += 1
    return path


def _hold(folder: Path) -> IO[bytes]:
    """Keep other processes away for as long as the file stays open."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        file = folder.with_name(folder.name + HELD).open("ab")
    except OSError as error:
        raise _refused(error) from None
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise StoreBusy from None
    return file


def _refused(error: OSError) -> AppError:
    # What the unlock page needs is loaded while a person waits: no database for it.
    from . import guards

    return guards.refused(error)
