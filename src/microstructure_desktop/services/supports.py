"""USB keys and disks that hold backups: known again by the mark written on each."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from microstructure_desktop.domain.ids import SupportId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.store import erased, files
from microstructure_desktop.store.backup_failures import MediumGone, not_written

from .access import Permission, check
from .office import Office

NAME = "support-microstructure.json"
MAX_BYTES = 1_000
_ID = re.compile(r"[0-9a-f]{32}")


class SameFolder(AppError):
    sentence = "Ce dossier est celui du cabinet, sur cet ordinateur."
    way_out = "Choisissez une clé USB ou un autre disque : il brûlerait ou serait volé avec."


@dataclass(frozen=True, slots=True)
class Marque:
    """What is written on a medium; `nom` is what people call it."""

    id: SupportId
    nom: str


def retirer(office: Office, support_id: SupportId) -> None:
    """A key that is lost, given away or broken: nobody waits for it any more."""
    check(office, Permission.SAUVEGARDER)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.supports.save(replace(work.supports.get(support_id), retire=True))


def marked(dossier: Path) -> Marque:
    """The mark of the medium that holds a folder, written there the first time.

    Raises:
        MediumGone, BackupReadOnly, BackupNoRoom
    """
    if not dossier.is_dir():
        raise MediumGone
    known = known_mark(dossier)
    if known is not None:
        return known
    made = Marque(SupportId(new_id()), dossier.resolve().name or "Clé USB")
    text = json.dumps({"id": made.id, "nom": made.nom}, ensure_ascii=False)
    try:
        files.replace(dossier / NAME, text.encode(), _read)
    except OSError as error:
        raise not_written(error) from None
    return made


def known_mark(dossier: Path) -> Marque | None:
    try:
        with (dossier / NAME).open("rb") as file:
            return _read(file.read(MAX_BYTES + 1))
    except OSError:
        return None


def refuse_our_own(home: Home, dossier: Path) -> None:
    """Raises: SameFolder, for a place that would be lost with the computer's own copy."""
    if dossier.resolve().is_relative_to(home.root.resolve()):
        raise SameFolder


def copy_register(home: Home, dossier: Path) -> None:
    """Who was erased stands beside the backups: restored elsewhere, they stay so.

    Raises:
        MediumGone, BackupReadOnly, BackupNoRoom
    """
    register = erased.read(home.root)
    if register:
        try:
            erased.add(dossier, register)
        except OSError as error:
            raise not_written(error) from None


def _read(content: bytes) -> Marque | None:
    try:
        document = json.loads(content)
        found, nom = document["id"], document["nom"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(found, str) or not _ID.fullmatch(found) or not isinstance(nom, str):
        return None
    return Marque(SupportId(found), nom)
