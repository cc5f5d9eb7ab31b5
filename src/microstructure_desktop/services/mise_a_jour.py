"""Updates without a network: what a signed file would install, and what is made ready before."""

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop import __version__, assets
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.mise_a_jour import Annonce, Systeme, Version
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import files

from . import journal, sauvegardes
from .access import Permission, check
from .mise_a_jour_refus import (
    InstallerAltered,
    InstallerNotOpened,
    NoPublisher,
    UpdateForAnother,
    UpdateNotNewer,
    UpdateOlder,
    UpdateOlderStore,
    UpdateSystemUnknown,
    not_kept,
)
from .office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE = "mise-a-jour"
"""The folder of the cache where an installer waits; nothing else is ever there."""
KEY = "editeur.json"
_SYSTEMS = {"win32": Systeme.WINDOWS, "linux": Systeme.DEBIAN}
_OPENER = "xdg-open"
_PATIENCE = 2
"""Seconds in which what cannot be opened says so."""


@dataclass(frozen=True, slots=True)
class Editeur:
    """Who publishes; `cle` is the public key that this application carries."""

    nom: str
    cle: str
    empreinte: str


@dataclass(frozen=True, slots=True)
class MiseAJour:
    """A file that was read whole and found right; `installee` is the version that runs."""

    chemin: Path
    annonce: Annonce
    editeur: Editeur
    installee: Version


@dataclass(frozen=True, slots=True)
class Preparee:
    """An installer that was written and read back, `sauvegarde` what stands before it."""

    mise_a_jour: MiseAJour
    installeur: Path
    sauvegarde: sauvegardes.Sauvegarde


def editeur() -> Editeur | None:
    """Whose updates are believed; None when this application was built without a key."""
    from microstructure_desktop.exchange import seal
    from microstructure_desktop.exchange.errors import KeyUnreadable

    try:
        said = json.loads(assets.text(KEY))
        return Editeur(said["nom"], said["cle"], seal.fingerprint(said["cle"]))
    except (OSError, ValueError, KeyError, TypeError, KeyUnreadable):
        return None


def regarder(path: Path) -> MiseAJour:
    """Read all of a file: whether it is authentic, and would be an update here.

    Raises:
        NoPublisher, UpdateRefused
    """
    from microstructure_desktop.exchange import update_file

    known = editeur()
    if known is None:
        raise NoPublisher
    annonce = update_file.look(path, known.cle)
    running = Version.lire(__version__)
    _refuse_other(annonce, running)
    update_file.read(path, known.cle, lambda _piece: None)
    return MiseAJour(path, annonce, known, running)


def _refuse_other(annonce: Annonce, running: Version) -> None:
    from microstructure_desktop.store import migrations

    here = _SYSTEMS.get(sys.platform)
    if here is None:
        raise UpdateSystemUnknown
    if annonce.systeme is not here:
        raise UpdateForAnother
    if annonce.version == running:
        raise UpdateNotNewer
    if annonce.version < running:
        raise UpdateOlder
    if annonce.schema < migrations.CURRENT:
        raise UpdateOlderStore


def extraire(path: Path, dossier: Path) -> Path:
    """Write the installer in a folder, where it gets its name once it was read back.

    Raises:
        NoPublisher, UpdateRefused, InstallerNoRoom, InstallerReadOnly, InstallerNotKept
    """
    return _written(regarder(path), dossier)


def preparer(office: Office, path: Path, dossier: Path | None = None) -> Preparee:
    """A verified backup, then the installer, among what the cache holds or in a folder.

    Raises:
        AccessDenied
        NoPublisher, UpdateRefused: and nothing was made.
        BackupNoRoom, BackupReadOnly, MediumGone, StoreDamaged: go no further.
        InstallerNoRoom, InstallerReadOnly, InstallerNotKept
    """
    check(office, Permission.SAUVEGARDER)
    found = regarder(path)
    before = sauvegardes.par_precaution(office, Genre.AVANT_MISE_A_JOUR)
    made = _written(found, dossier or _fresh(office.home.cache / PLACE))
    journal.note(office, Action.MISE_A_JOUR, detail="maj_preparee")
    return Preparee(found, made, before)


def lancer(office: Office, preparee: Preparee) -> None:
    """Read the installer again and start it: the application must then be left.

    Raises:
        AccessDenied
        InstallerAltered, InstallerNotOpened: and nothing was started.
    """
    check(office, Permission.SAUVEGARDER)
    if _digest(preparee.installeur) != preparee.mise_a_jour.annonce.sha256:
        raise InstallerAltered
    journal.note(office, Action.MISE_A_JOUR, detail="maj_lancee")
    _start(preparee.installeur)


def commande(installeur: Path) -> str:
    """What installs it where nothing opens it; "" on Windows, where it starts by itself."""
    if sys.platform == "win32":
        return ""
    return f"sudo apt install {shlex.quote(str(installeur))}"


def _fresh(folder: Path) -> Path:
    """Empty: an installer of another time must not be taken for this one."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise not_kept(error) from None
    return folder


def _written(found: MiseAJour, folder: Path) -> Path:
    from microstructure_desktop.exchange import update_file

    path = folder / found.annonce.installeur
    draft = path.with_name(f".{path.name}.partiel")
    try:
        draft.unlink(missing_ok=True)
        with files.create(draft) as file:
            update_file.read(found.chemin, found.editeur.cle, file.write)
        if _digest(draft) != found.annonce.sha256:
            raise InstallerAltered
        files.rename(draft, path)
        files.flush_folder(folder)
    except OSError as error:
        raise not_kept(error) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def _digest(path: Path) -> str:
    """From the medium, not from memory; "" when it is not there any more."""
    try:
        with path.open("rb") as file:
            files.forget_cached(file.fileno())
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _start(installer: Path) -> None:
    """From its own folder, so that the one of the application is held by nobody."""
    command = [str(installer)]
    if sys.platform != "win32":
        command.insert(0, _OPENER)
    try:
        started = subprocess.Popen(  # noqa: S603 -- what the publisher signed, read again just now
            command,
            cwd=installer.parent,
            env=_environment(os.environ, frozen=getattr(sys, "frozen", False)),
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        refused = started.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        return  # it is open, and stays so until the person has done
    except OSError:
        raise InstallerNotOpened from None
    if refused:
        raise InstallerNotOpened


def _environment(mine: "Mapping[str, str]", *, frozen: bool) -> dict[str, str]:
    """The libraries that a frozen program carries are not those of the system's programs."""
    kept = dict(mine)
    if frozen:
        kept.pop("LD_LIBRARY_PATH", None)
        if before := kept.pop("LD_LIBRARY_PATH_ORIG", ""):
            kept["LD_LIBRARY_PATH"] = before
    return kept
