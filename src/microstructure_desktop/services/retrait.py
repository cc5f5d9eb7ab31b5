"""Take somebody out of the team for good: another key for the cabinet, and everything under it."""

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from . import journal
from .comptes import AccountRemoved, check_managed
from .equipe import check_manager
from .office import Office, today

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from microstructure_desktop.store.backup_rekey import Folder, Present
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.swap import Swap

log = logging.getLogger(__name__)
REASON = "avant-retrait"
Telling = Callable[[str], None]


class OwnRemoval(AppError):
    sentence = "On ne se retire pas soi-même de l’équipe."
    way_out = "Une autre personne qui gère les comptes peut le faire."


class NotReplaced(AppError):
    sentence = "Le disque a refusé le coffre sous sa nouvelle clé. Personne n’est retiré."
    way_out = "Fermez ce message pour rouvrir le cabinet tel qu’il était, puis recommencez."


class CopyNotSound(AppError):
    sentence = "La copie sous la nouvelle clé n’a pas passé toutes les vérifications."
    way_out = "Rien n’a été changé. Lancez la vérification du coffre avant de recommencer."


@dataclass(frozen=True, slots=True)
class Consequences:
    """What is said before. `feuille`: there is a recovery sheet; `feuille_connue`: they made it.

    `supports`: the names of the keys and disks whose backups they can still open.
    """

    membre: Membre
    feuille: bool
    feuille_connue: bool
    supports: tuple[str, ...] = ()


def consequences(office: Office, membre_id: MembreId) -> Consequences:
    """What removing them would do.

    Raises:
        AccessDenied: somebody else opens accounts.
        OwnRemoval, AccountRemoved
    """
    from microstructure_desktop.store import keyring

    membre = _removable(office, membre_id)
    sheets = keyring.load(office.home.coffre).secours
    with office.store.read() as work:
        known = tuple(s.nom for s in work.supports.all() if s.sauvegarde_le and not s.retire)
    return Consequences(membre, bool(sheets), any(s.par == membre_id for s in sheets), known)


def retirer(
    office: Office, membre_id: MembreId, *, feuille_vue: bool, tell: Telling = lambda _: None
) -> Membre:
    """Nobody's passphrase is asked; the office is closed, and the cabinet is to be opened again.

    Interrupted at any moment, it leaves the cabinet as it was, or with the person out of it.
    `feuille_vue`: they know the recovery sheet, which then opens nothing any more.

    Raises:
        AccessDenied, OwnRemoval, AccountRemoved, NobodyManages
        CopyNotSound, DiskFull: nothing has changed.
        NotReplaced: nor then, but the office is closed.
    """
    from microstructure_desktop.store import keyring, rescue
    from microstructure_desktop.store.backup_rekey import Present
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.swap import Swap

    membre, home = _removable(office, membre_id), office.home
    left = {*partis(office), membre_id}
    former = (*office.store.former_keys(), DatabaseKey(office.key.raw))
    tell("Sauvegarde du cabinet")
    _backed_up(office)
    ring, key = keyring.load(home.coffre), DatabaseKey.generate()
    sheets = () if feuille_vue else ring.secours
    changed = rescue.change_key(ring, office.key, key, without={membre_id}, sheets=sheets)
    with Swap(home.coffre) as swap:
        tell("Copie sous une nouvelle clé")
        office.store.copy_under(office.key, key, swap.new)
        keyring.save(swap.new, changed)
        tell("Vérification de la copie")
        gone = _removed(office, membre, swap.new, key)
        office.store.close()
        _replace(swap, office.now())
    oublier_ancien(home)
    tell("Sauvegardes de cet ordinateur")
    present = Present(changed, key, former, home.sauvegardes, left)
    _bring_up_stores(office, present)
    _bring_up(present, home.sauvegardes)
    return gone


def reprendre(office: Office, dossier: "Path | None" = None) -> "Folder":
    """Bring under the present key the backups that somebody removed could still open.

    Those of this computer, or of a medium that is plugged in now. It never fails: what is left
    is told, and is taken up again the next time.
    """
    from microstructure_desktop.store.backup_rekey import Folder

    if not office.store.former_keys():
        return Folder()
    present = en_place(office)
    if dossier is None:
        _bring_up_stores(office, present)
    return _bring_up(present, dossier or office.home.sauvegardes)


def en_place(office: Office) -> "Present":
    """The keys of the open cabinet, those it had, and who is to open nothing of it any more."""
    from microstructure_desktop.store import keyring
    from microstructure_desktop.store.backup_rekey import Present

    home, former = office.home, office.store.former_keys()
    ring = keyring.load(home.coffre)
    return Present(ring, office.key, former, home.sauvegardes, set(partis(office)))


def partis(office: Office) -> "dict[MembreId, date]":
    """Who was taken out of the team, and when."""
    with office.store.read() as work:
        return {m.id: m.retire_le for m in work.equipe.all() if m.retire_le is not None}


def oublier_ancien(home: Home) -> None:
    """Delete what the person removed could still open; called at each opening too.

    The new folder was verified, and opened: the former is needed no more.
    """
    for path in home.root.glob(f"{home.coffre.name}.{REASON}-*"):
        shutil.rmtree(path, ignore_errors=True)
        if path.exists():
            log.warning("former store still there")


def _backed_up(office: Office) -> None:
    office.store.backup(office.key, office.home.sauvegardes, Genre.AVANT_RETRAIT, office.now())
    # Backups that are too many go with the next one: `sauvegardes` stands above this module.
    journal.note(office, Action.SAUVEGARDE, detail=Genre.AVANT_RETRAIT.value)


def _replace(swap: "Swap", at: "datetime") -> None:
    try:
        swap.replace(REASON, at)
    except AppError:
        raise NotReplaced from None


def _bring_up_stores(office: Office, present: "Present") -> None:
    from microstructure_desktop.store import backup_rekey

    found = backup_rekey.bring_up_stores(office.home.coffre, present, REASON, office.now())
    if found.refusees:
        log.warning("%d former stores left under a former key", len(found.refusees))


def _bring_up(present: "Present", dossier: "Path") -> "Folder":
    from microstructure_desktop.store import backup_rekey

    found = backup_rekey.bring_up(dossier, present)
    if found.refusees:
        log.warning("%d backups left under a former key", len(found.refusees))
    return found


def _removed(office: Office, membre: Membre, folder: "Path", key: "DatabaseKey") -> Membre:
    """Write it in the copy alone, and check all of it."""
    from microstructure_desktop.store import keyring
    from microstructure_desktop.store.store import Store

    gone = replace(membre, actif=False, retire_le=today(office))
    copy = Store.open(folder, key, keyring.load(folder).store_id)
    try:
        with copy.begin(office.membre.id, office.now()) as work:
            work.equipe.save(gone)
            check_managed(work)
            journal.note(work, Action.CLE_CHANGEE, objet=membre.id, detail="retrait")
        if not copy.sound():
            raise CopyNotSound
    finally:
        copy.close()
    return gone


def _removable(office: Office, membre_id: MembreId) -> Membre:
    check_manager(office)
    if membre_id == office.membre.id:
        raise OwnRemoval
    with office.store.read() as work:
        membre = work.equipe.get(membre_id)
    if membre.retire_le is not None:
        raise AccountRemoved
    return membre
