"""Refuse the folders where a database gets damaged: network disks and synchronised folders."""

import os
import sys
from pathlib import Path

from .failures import FolderShared

NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "9p", "ncpfs"}
NETWORK_FUSE = ("sshfs", "davfs", "gvfsd", "rclone", "smbnetfs")
SYNCHRONISED = (
    "onedrive",
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
_DRIVE_REMOTE = 4


def refuse_shared(folder: Path) -> None:
    """Raises: FolderShared, for a place that is not this computer's own disk."""
    folder = folder.absolute()
    if on_network(folder):
        raise FolderShared("reseau")
    if synchronised(folder):
        raise FolderShared("synchronise")


def synchronised(folder: Path) -> bool:
    """True when a folder above bears the name of a service that copies files behind our back."""
    return any(part.casefold().startswith(SYNCHRONISED) for part in folder.parts)


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
    if folder.drive.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  -- exists on Windows only
    return bool(kernel.GetDriveTypeW(folder.drive + "\\") == _DRIVE_REMOTE)
