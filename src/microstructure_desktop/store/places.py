"""Refuse the folders where a database gets damaged, and know those that can be pulled out."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

from .failures import FolderShared

NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "9p", "ncpfs"}
NETWORK_FUSE = ("sshfs", "davfs", "gvfsd", "rclone", "smbnetfs")
SYNCHRONISED = (
    "onedrive",
    "cloudstorage",
    "dropbox",
    "google drive",
    "googledrive",
    "mon drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "kdrive",
    "megasync",
    "synologydrive",
)
# Where Windows says that its own service keeps a folder, whatever its name.
ANNOUNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
DEVICES = Path("/sys/dev/block")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


def refuse_shared(folder: Path) -> None:
    """Raises: FolderShared, for a place that is not this computer's own disk."""
    folder = folder.absolute()
    if on_network(folder):
        raise FolderShared("reseau")
    if synchronised(folder) or announced(folder, os.environ):
        raise FolderShared("synchronise")


def synchronised(folder: Path) -> bool:
    """True when a folder above bears the name of a service that copies files behind our back.

    A link or a junction is followed: « Bureau » and « Documents » often lead to such a folder.
    """
    return named_so(folder) or named_so(Path(os.path.realpath(folder)))


def named_so(folder: PurePath) -> bool:
    return any(part.casefold().startswith(SYNCHRONISED) for part in folder.parts)


def announced(folder: Path, environ: Mapping[str, str]) -> bool:
    """Whether it is inside a folder that the system says to be synchronised."""
    real = Path(os.path.realpath(folder))
    said = (environ.get(name, "") for name in ANNOUNCED)
    return any(real.is_relative_to(os.path.realpath(place)) for place in said if place)


def removable(folder: Path) -> bool:
    """Whether it is on a stick: it works there, until somebody pulls it out."""
    there = next((p for p in (folder, *folder.parents) if p.exists()), None)
    if there is None:
        return False
    if sys.platform == "win32":
        return _windows_drive(there.absolute()) == _DRIVE_REMOVABLE
    device = there.stat().st_dev
    return on_stick(DEVICES / f"{os.major(device)}:{os.minor(device)}")


def on_stick(device: Path) -> bool:
    """From what Linux says of a disk or of one of its parts: unpluggable, or behind a USB plug."""
    real = Path(os.path.realpath(device))
    flags = (place / "removable" for place in (real, real.parent))
    plugged = any(part.startswith("usb") for part in real.parts)
    return plugged or any(f.is_file() and f.read_text().strip() == "1" for f in flags)


def on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _windows_network(folder)
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return False
    return network_mount(folder, mounts.read_text(encoding="utf-8", errors="replace"))


def network_mount(folder: Path, mounts: str) -> bool:
    """Whether the mount that holds a folder is remote, from the text of /proc/self/mounts."""
    kinds: dict[Path, str] = {}
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split()
        kinds[Path(point.replace("\\040", " "))] = kind
    real = Path(os.path.realpath(folder))
    kind = next((kinds[p] for p in (real, *real.parents) if p in kinds), "")
    _, _, fuse = kind.partition("fuse.")
    return kind in NETWORK or fuse.startswith(NETWORK_FUSE)


def _windows_network(folder: Path) -> bool:
    return folder.drive.startswith("\\\\") or _windows_drive(folder) == _DRIVE_REMOTE


def _windows_drive(folder: Path) -> int:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  -- exists on Windows only
    return int(kernel.GetDriveTypeW(folder.drive + "\\"))
