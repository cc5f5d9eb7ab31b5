"""Backups of the cabinet: made by themselves, on a USB key, verified, tried, and never too many."""

import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import ExerciceId, new_id
from microstructure_desktop.domain.sauvegarde import (
    ANCIENNE_AILLEURS,
    ENTRE_DEUX,
    Copie,
    Fraicheur,
    Genre,
    a_garder,
    exercice_du,
    fraicheur,
)
from microstructure_desktop.domain.support import Exercice, Support
from microstructure_desktop.errors import AppError
from microstructure_desktop.store import backup_folder, backup_reading, own_files
from microstructure_desktop.store.backup_failures import (
    BackupDamaged,
    BackupOfAnother,
    not_written,
)

from . import effacement_copies, journal, retrait, supports
from .access import Permission, check
from .office import Office
from .secret_sauvegarde import Code, Secret, opened

if TYPE_CHECKING:
    from microstructure_desktop.store.checks import Check
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.msmabak import Manifeste

log = logging.getLogger(__name__)
THINNING = frozenset({Genre.AUTO, Genre.CLE})
"""One made before an act makes nothing go: the act may be to restore the oldest."""


@dataclass(frozen=True, slots=True)
class Sauvegarde:
    """A file; it was verified when it got its name. `abimee`: not any more.

    `laissees`: older ones of the same medium that could not be brought under the present key.
    """

    chemin: Path
    faite_le: datetime
    genre: Genre
    abimee: bool = False
    laissees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EtatSupport:
    """A key or a disk, and whether its latest backup is recent."""

    support: Support
    fraicheur: Fraicheur


@dataclass(frozen=True, slots=True)
class EtatSauvegardes:
    """`attend_depuis`: since when something entered is in no backup of this computer.

    `alarme`: what is wrong, as a sentence; "" when nothing is.
    """

    derniere: Sauvegarde | None
    fraicheur: Fraicheur
    attend_depuis: datetime | None
    ailleurs: Fraicheur
    alarme: str
    toutes: tuple[Sauvegarde, ...]
    supports: tuple[EtatSupport, ...]
    exercice: Exercice | None
    exercice_du: bool


@dataclass(frozen=True, slots=True)
class Examen:
    """The verdict of each check; `patients` and `derniere_saisie` when it could be restored.

    `journal`: what is wrong with its access log, as a sentence; "" when nothing is.
    """

    checks: "tuple[Check, ...]"
    saine: bool
    patients: int = 0
    derniere_saisie: datetime | None = None
    formulaires: int = 0
    journal: str = ""


def etat(office: Office) -> EtatSauvegardes:
    """Which backups there are, how old the latest is, and what to worry about."""
    check(office, Permission.SAUVEGARDES)
    now = office.now()
    toutes = _here(office)
    derniere, manifeste = _latest(office, toutes)
    attend = office.store.waiting_since(manifeste) if manifeste else None
    ici = fraicheur(derniere.faite_le if derniere else None, attend, now)
    with office.store.read() as work:
        known = [s for s in work.supports.all() if not s.retire]
        tried = sorted(work.exercices.all(), key=lambda e: e.le)
    done = [e for e in tried if e.reussi]
    each = tuple(EtatSupport(s, _elsewhere(s.sauvegarde_le, now)) for s in known)
    on_keys = max((s.sauvegarde_le for s in known if s.sauvegarde_le), default=None)
    return EtatSauvegardes(
        derniere,
        ici,
        attend,
        _elsewhere(on_keys, now),
        _alarm(ici, derniere),
        toutes,
        each,
        tried[-1] if tried else None,
        exercice_du(done[-1].le if done else None, now),
    )


def sauvegarder(
    office: Office, genre: Genre = Genre.AUTO, dossier: Path | None = None
) -> Sauvegarde:
    """A verified backup now, among those of this computer or in a folder.

    Raises:
        AccessDenied
        BackupNoRoom, BackupReadOnly, MediumGone, StoreDamaged: there is none more, nor less.
    """
    check(office, Permission.SAUVEGARDER)
    return _made(office, genre, dossier)


def sur_support(office: Office, dossier: Path, genre: Genre = Genre.CLE) -> Sauvegarde:
    """A verified backup on a USB key or another disk, which is known again next time.

    Exported in a folder, it is known too: an erasure and a removal name what it holds.

    Raises:
        AccessDenied
        SameFolder, BackupNoRoom, BackupReadOnly, MediumGone, StoreDamaged
    """
    check(office, Permission.SAUVEGARDER)
    supports.refuse_our_own(office.home, dossier)
    marque = supports.marked(dossier)
    made = _made(office, genre, dossier)
    supports.copy_register(office.home, dossier)
    laissees = tuple(name for name, _ in retrait.reprendre(office, dossier).refusees)
    at, changements = office.now(), len(office.store.former_keys())
    with office.store.begin(office.membre.id, at) as work:
        known = {s.id: s for s in work.supports.all()}
        support = known.get(marque.id, Support(marque.id, marque.nom, at))
        support = replace(support, vu_le=at, sauvegarde_le=at, retire=False)
        work.supports.save(support if laissees else replace(support, changements=changements))
        behind = marque.id in {s.id for s in effacement_copies.restant(work).supports}
    if behind:
        effacement_copies.reprendre_support(office, dossier)
    return replace(made, laissees=laissees)


def par_precaution(office: Office, genre: Genre) -> Sauvegarde:
    """The backup that stands before what cannot be taken back, which has its own permission.

    Raises:
        AppError: there is none, so do not go on.
    """
    return _made(office, genre, None)


def quand_ferme(office: Office) -> None:
    """At every lock and at the end, whoever is there; it never keeps anybody from leaving."""
    try:
        toutes = _here(office)
        derniere, manifeste = _latest(office, toutes)
        recent = derniere is not None and office.now() - derniere.faite_le < ENTRE_DEUX
        if recent or (manifeste and _holds_all(office, manifeste)):
            return
        _made(office, Genre.AUTO, None)
    except AppError as problem:
        # Said at the next opening, by the age of the latest one.
        log.warning("no backup at closing: %s", type(problem).__name__)


def verifier(office: Office, chemin: Path) -> Examen:
    """Read a backup again, whole; one that is damaged bears it in its name from then on.

    Raises:
        AccessDenied
        BackupOfAnother
    """
    check(office, Permission.SAUVEGARDER)
    key = _key_of(office, chemin)
    examined = backup_reading.examine(chemin, key, office.home.sauvegardes)
    journal.note(office, Action.SAUVEGARDE, detail="verification")
    failures = [c.failure for c in examined.checks if c.failure]
    if any(isinstance(failure, BackupDamaged) for failure in failures):
        _mark_damaged(chemin)
    if examined.contents is None:
        return Examen(examined.checks, saine=False)
    contents = examined.contents
    return Examen(
        examined.checks,
        True,
        contents.patients,
        contents.derniere_saisie,
        contents.formulaires,
        journal=contents.journal,
    )


def exercice(office: Office, chemin: Path, secret: Secret) -> Exercice:
    """Restore a backup beside everything, as after a disaster, count what is in it, forget it.

    Raises:
        AccessDenied
        WrongPassphrase, WrongRecoveryCode: nothing was tried.
    """
    check(office, Permission.SAUVEGARDER)
    head = backup_reading.look(chemin)
    key, _ = opened(head, secret, office.cost)
    patients, probleme = _tried(office, chemin, key)
    marque = supports.known_mark(chemin.parent)
    done = Exercice(
        ExerciceId(new_id()),
        office.now(),
        office.membre.id,
        head.manifeste.faite_le,
        marque.id if marque else None,
        patients,
        isinstance(secret, Code),
        probleme,
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.exercices.save(done)
        journal.note(work, Action.EXERCICE)
    return done


def _tried(office: Office, chemin: Path, key: "DatabaseKey") -> tuple[int, str]:
    """Restore beside everything, then forget it: how many patients, or what went wrong."""
    from microstructure_desktop.store import erased, restore
    from microstructure_desktop.store.swap import Swap

    home = office.home
    home.sauvegardes.mkdir(mode=0o700, parents=True, exist_ok=True)
    with backup_reading.bench(home.sauvegardes) as place:
        try:
            with Swap(place / home.coffre.name) as swap:
                target = restore.Target(swap, erased.read(home.root), office.now())
                return restore.prepare(chemin, key, target).contents.patients, ""
        except AppError as failure:
            return 0, failure.sentence


def _holds_all(office: Office, manifeste: "Manifeste") -> bool:
    own = own_files.digest(own_files.part(office.home.formulaires))
    return manifeste.formulaires == own and office.store.waiting_since(manifeste) is None


def _made(office: Office, genre: Genre, dossier: Path | None) -> Sauvegarde:
    folder = dossier or office.home.sauvegardes
    if dossier is None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(error) from None
    at = office.now()
    path = office.store.backup(office.key, folder, genre, at)
    journal.note(office, Action.SAUVEGARDE, detail=genre.value)
    if genre in THINNING:
        _thin(office, folder, at)
    return Sauvegarde(path, at, genre)


def _thin(office: Office, folder: Path, now: datetime) -> None:
    """Remove what is too many, of this cabinet alone; what refuses to go is left."""
    ours = [
        copie
        for path, copie in backup_folder.listed(folder)
        if (manifeste := _label(path)) and manifeste.store_id == _store_id(office)
    ]
    for copie in set(ours) - a_garder(ours, now.astimezone()):
        with suppress(OSError):
            (folder / copie.nom).unlink()


def _here(office: Office) -> tuple[Sauvegarde, ...]:
    return lister(office.home.sauvegardes)


def lister(dossier: Path) -> tuple[Sauvegarde, ...]:
    """The backups of a folder, the latest first; the names of files are all that is read."""
    return tuple(
        Sauvegarde(path, copie.faite_le, copie.genre, copie.abimee)
        for path, copie in backup_folder.listed(dossier)
    )


def _latest(
    office: Office, toutes: tuple[Sauvegarde, ...]
) -> "tuple[Sauvegarde, Manifeste] | tuple[None, None]":
    """The latest that is sound, ours and not of the future."""
    now = office.now()
    for one in toutes:
        if one.abimee or one.faite_le > now:
            continue
        manifeste = _label(one.chemin)
        if manifeste is not None and manifeste.store_id == _store_id(office):
            return one, manifeste
    return None, None


def _label(path: Path) -> "Manifeste | None":
    try:
        return backup_reading.look(path).manifeste
    except AppError:
        return None


def _store_id(office: Office) -> str:
    from microstructure_desktop.store import keyring

    return keyring.load(office.home.coffre).store_id


def _key_of(office: Office, chemin: Path) -> "DatabaseKey":
    """Ours, or the one that the store had when the backup was made."""
    from microstructure_desktop.store import keys
    from microstructure_desktop.store.failures import KeyringDamaged

    try:
        head = backup_reading.look(chemin)
        ring = backup_reading.accounts(head)
    except AppError:
        return office.key  # the checks will say what is wrong with it
    if head.manifeste.store_id != _store_id(office):
        raise BackupOfAnother
    for key in office.store.former_keys():
        with suppress(KeyringDamaged):
            keys.verify(ring, key)
            return key
    return office.key


def _mark_damaged(chemin: Path) -> None:
    known: Copie | None = backup_folder.copie(chemin.name)
    if known is not None and not known.abimee:
        with suppress(OSError):
            chemin.rename(chemin.with_name(chemin.name + backup_folder.DAMAGED))


def _elsewhere(le: datetime | None, now: datetime) -> Fraicheur:
    return fraicheur(le, le, now, ANCIENNE_AILLEURS)


def _alarm(ici: Fraicheur, derniere: Sauvegarde | None) -> str:
    if ici is Fraicheur.JAMAIS:
        return "Aucune sauvegarde de ce cabinet n’existe sur cet ordinateur."
    if ici is Fraicheur.ANCIENNE and derniere is not None:
        jour = derniere.faite_le.astimezone()
        return f"La dernière sauvegarde date du {jour:%d/%m/%Y}\u00a0: faites-en une maintenant."
    return ""
