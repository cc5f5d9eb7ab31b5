"""Put a bundle into a folder or on a USB stick, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from typing import TYPE_CHECKING

from .errors import (
    DestinationFull,
    DestinationMissing,
    DestinationReadOnly,
    DestinationTaken,
    ReadBackDiffers,
    WriteFailed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from .bundle import Bundle

_ERREURS = {
    errno.ENOSPC: DestinationFull,
    errno.EDQUOT: DestinationFull,
    errno.EROFS: DestinationReadOnly,
    errno.EACCES: DestinationReadOnly,
    errno.EPERM: DestinationReadOnly,
    errno.ENOENT: DestinationMissing,
    errno.ENOTDIR: DestinationMissing,
    errno.ENODEV: DestinationMissing,
    errno.ENXIO: DestinationMissing,
}


def write(bundle: Bundle, folder: Path) -> Path:
    """The new folder's path; writing the same bundle twice leaves the first one as it is.

    Raises:
        WriteFailed: nothing stays under the bundle's name, except what another made.
    """
    cible = folder / bundle.nom
    partiel = folder / f".{bundle.nom}.part"
    try:
        if cible.exists():
            return _deja_la(bundle, cible)
        shutil.rmtree(partiel, ignore_errors=True)
        partiel.mkdir()
        for nom, octets in bundle.files:
            _fichier(partiel / nom, octets)
        if _lire(partiel) != bundle.files:
            raise ReadBackDiffers
        partiel.rename(cible)
        _flush(folder)
    except OSError as erreur:
        raise _ERREURS.get(erreur.errno or 0, WriteFailed) from None
    finally:
        shutil.rmtree(partiel, ignore_errors=True)
    return cible


def _deja_la(bundle: Bundle, cible: Path) -> Path:
    if _lire(cible) != bundle.files:
        raise DestinationTaken
    return cible


def _fichier(chemin: Path, octets: bytes) -> None:
    chemin.parent.mkdir(exist_ok=True)
    with chemin.open("xb") as flux:
        flux.write(octets)
        flux.flush()
        os.fsync(flux.fileno())


def _lire(racine: Path) -> tuple[tuple[str, bytes], ...]:
    chemins = (c for c in racine.rglob("*") if c.is_file())
    return tuple(sorted((c.relative_to(racine).as_posix(), c.read_bytes()) for c in chemins))


def _flush(folder: Path) -> None:
    """Make the rename durable where the system allows it: not on Windows nor on every stick."""
    with contextlib.suppress(OSError):
        descripteur = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descripteur)
        finally:
            os.close(descripteur)
