"""Copies that somebody taken out of the team could still open, and what is done about them."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.support import Support
from microstructure_desktop.errors import AppError

from . import journal, retrait
from .access import Permission, allowed, check
from .equipe import check_manager
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class NotDestroyed(AppError):
    sentence = "Ces copies n’ont pas toutes pu être détruites."
    way_out = "Vérifiez que rien d’autre ne les lit, puis réessayez."


@dataclass(frozen=True, slots=True)
class Ancien:
    """A key or a disk that holds backups of before a change of key. `noms`: who opens them."""

    support: Support
    noms: str


@dataclass(frozen=True, slots=True)
class Ouvrables:
    """`fichiers`: those of this computer that could not be made again. `noms`: who opens them."""

    noms: str = ""
    fichiers: tuple[Path, ...] = ()
    supports: tuple[Ancien, ...] = ()


def ouvrables(office: Office) -> Ouvrables:
    """What is left to do once somebody was taken out of the team."""
    check(office, Permission.SAUVEGARDES)
    if not office.store.former_keys():
        return Ouvrables()
    fichiers = _fichiers(office)
    with office.store.read() as work:
        return Ouvrables(_noms(work, None), fichiers, anciens(work, office))


def anciens(work: "Work", office: Office) -> tuple[Ancien, ...]:
    """The keys and disks that were not plugged in since, inside a reading."""
    changes = len(office.store.former_keys())
    return tuple(
        Ancien(s, _noms(work, s)) for s in work.supports.all() if s.avant_changement(changes)
    )


def a_dire(work: "Work", office: Office) -> tuple[str, ...]:
    """For the doctor: which keys and disks, as sentences."""
    if not allowed(office.membre.role, Permission.EQUIPE):
        return ()
    return tuple(
        f"« {one.support.nom} » s’ouvre encore pour {one.noms}" for one in anciens(work, office)
    )


def detruire(office: Office, fichiers: Collection[Path]) -> None:
    """Delete copies of this computer that somebody removed could still open, and no others.

    Raises:
        AccessDenied
        NotDestroyed
    """
    check_manager(office)
    from microstructure_desktop.store import former_stores

    refused = False
    for path in set(_fichiers(office)).intersection(fichiers):
        try:
            # What a crash leaves of a store is none: the next opening ends it.
            shutil.rmtree(former_stores.put_out(path)) if path.is_dir() else path.unlink()
        except OSError:
            refused = True
        else:
            journal.note(office, Action.SAUVEGARDE, detail="copie_detruite")
    if refused:
        raise NotDestroyed


def _fichiers(office: Office) -> tuple[Path, ...]:
    from microstructure_desktop.store import backup_rekey

    if not office.store.former_keys():
        return ()
    return tuple(backup_rekey.left(office.home.coffre, retrait.en_place(office)))


def _noms(work: "Work", support: Support | None) -> str:
    """Who left since the copies of a medium were made; everybody who left, when nobody did."""
    gone = [m for m in work.equipe.all() if m.retire_le is not None]
    copied = support.sauvegarde_le if support is not None else None
    le = copied.astimezone().date() if copied is not None else None
    since = [m for m in gone if le is not None and m.retire_le is not None and m.retire_le >= le]
    return ", ".join(m.nom_complet for m in since or gone)
