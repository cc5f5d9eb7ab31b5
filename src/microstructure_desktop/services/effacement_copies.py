"""Take whoever was erased out of the copies too: those of this computer, those that come back."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import SupportId
from microstructure_desktop.domain.support import Support
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.backup_failures import not_written

from . import supports
from .access import Permission, check
from .effacement_registre import marques
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.backup_rewrite import Cleaning
    from microstructure_desktop.store.keyring import Keyring
    from microstructure_desktop.store.work import Work

ICI = SupportId("ici")
"""The folder of this computer: no medium that somebody would plug in."""

HALF = "Cet ancien coffre n’a pas fini d’être supprimé."


@dataclass(frozen=True, slots=True)
class Reprise:
    """What became of the copies of one place: `faites` made again, `intactes` without the person.

    `refusees`: a file's name and why it still holds what was erased.
    """

    faites: int = 0
    intactes: int = 0
    refusees: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AReprendre:
    """Where copies may still hold somebody erased: here, and on media that are not plugged in."""

    ici: bool = False
    supports: tuple[Support, ...] = ()

    def __bool__(self) -> bool:
        return self.ici or bool(self.supports)


def a_reprendre(office: Office) -> AReprendre:
    """What is left to do after the erasures."""
    check(office, Permission.CONSERVATION)
    with office.store.read() as work:
        return restant(work)


def restant(work: "Work") -> AReprendre:
    """The same inside a reading."""
    last = max((trace.at for trace in work.erasing.register()), default=None)
    if last is None:
        return AReprendre()
    known = {s.id: s for s in work.supports.all()}
    here = known.pop(ICI, None)
    done = here.efface_le if here is not None else None
    return AReprendre(
        done is None or done < last, tuple(s for s in known.values() if s.a_reprendre(last))
    )


def reprendre_ici(office: Office) -> Reprise:
    """The backups and the former stores of this computer."""
    check(office, Permission.DECIDER_CONSERVATION)
    at, cleaning = _cleaning(office)
    # First the stores: one of an older version is brought up, and that makes a backup of it.
    found = _stores(office, cleaning)
    found = _dossier(office, office.home.sauvegardes, cleaning, found)
    if not found.refusees:
        _note(office, Support(ICI, "", at, retire=True), at)
    return found


def reprendre_support(office: Office, dossier: Path) -> Reprise:
    """The backups of a medium that is plugged in now, with the register beside them.

    Raises:
        MediumGone, BackupReadOnly, BackupNoRoom
    """
    check(office, Permission.SAUVEGARDER)
    marque = supports.marked(dossier)
    at, cleaning = _cleaning(office)
    found = _dossier(office, dossier, cleaning, Reprise())
    supports.copy_register(office.home, dossier)
    if not found.refusees:
        _note(office, Support(marque.id, marque.nom, at), at)
    return found


def _cleaning(office: Office) -> "tuple[datetime, Cleaning]":
    from microstructure_desktop.store import erased
    from microstructure_desktop.store.backup_rewrite import Cleaning

    at = office.now()
    with office.store.read() as work:
        register = erased.add(office.home.root, marques(work))
    known = (office.key, *office.store.former_keys())
    return at, Cleaning(register, known, office.home.sauvegardes, at)


def _dossier(office: Office, dossier: Path, cleaning: "Cleaning", found: Reprise) -> Reprise:
    from microstructure_desktop.store import backup_folder
    from microstructure_desktop.store.backup_rewrite import rewrite

    found = _inachevees(dossier, found)
    for path, _ in backup_folder.listed(dossier):
        if _ours(office, partial(_ring, path)):
            found = _one(found, path, partial(rewrite, path, cleaning))
    return found


def _inachevees(dossier: Path, found: Reprise) -> Reprise:
    """What a backup that was killed left may hold them too, and nobody will ever finish it."""
    from microstructure_desktop.store import backup_folder

    for path in backup_folder.unfinished(dossier):
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            refused = (path.name, not_written(error).sentence)
            found = replace(found, refusees=(*found.refusees, refused))
    return found


def _stores(office: Office, cleaning: "Cleaning") -> Reprise:
    """The stores that a restoration or a change of key put aside."""
    from microstructure_desktop.store import former_stores, keyring, swap
    from microstructure_desktop.store.backup_rewrite import forget

    undead = former_stores.sweep(office.home.root)
    found = Reprise(refusees=tuple((path.name, HALF) for path in undead))
    for folder in swap.former(office.home.coffre):
        known = (folder / "store.db").is_file()
        if known and _ours(office, partial(keyring.load, folder)):
            found = _one(found, folder, partial(forget, folder, cleaning))
    return found


def _ring(path: Path) -> "Keyring":
    from microstructure_desktop.store import backup_reading

    return backup_reading.accounts(backup_reading.look(path))


def _ours(office: Office, read: "Callable[[], Keyring]") -> bool:
    """Whether it may be of this cabinet: nobody of ours is in the copies of another."""
    from microstructure_desktop.store import keyring

    try:
        return read().store_id == keyring.load(office.home.coffre).store_id
    except AppError:
        return True


def _one(found: Reprise, path: Path, act: Callable[[], bool]) -> Reprise:
    try:
        done = act()
    except AppError as refusal:
        return replace(found, refusees=(*found.refusees, (path.name, refusal.sentence)))
    if done:
        return replace(found, faites=found.faites + 1)
    return replace(found, intactes=found.intactes + 1)


def _note(office: Office, support: Support, at: datetime) -> None:
    with office.store.begin(office.membre.id, at) as work:
        known = next((s for s in work.supports.all() if s.id == support.id), support)
        # An erasure of a day when the clock was ahead is done too.
        done = max([at, *(trace.at for trace in work.erasing.register())])
        work.supports.save(replace(known, vu_le=at, efface_le=done))
