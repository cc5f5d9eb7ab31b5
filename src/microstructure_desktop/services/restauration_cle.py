"""Under which key a restored cabinet stands: who left since its backup, and what opens it now."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.store import keyring
from microstructure_desktop.store.keyring import Account, Keyring

from . import retrait
from .office import Cost, Office
from .secret_sauvegarde import Code, Secret

if TYPE_CHECKING:
    from microstructure_desktop.store.keyring import Secours
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.msmabak import Head
    from microstructure_desktop.store.restore import Under


class Feuille(Enum):
    """What becomes of the recovery sheet of a backup, when there is something to say."""

    RIEN_A_DIRE = auto()
    RETIREE = auto()
    """It was withdrawn since, or nobody vouches for another: none opens the cabinet."""
    SERVIE = auto()
    """It was withdrawn since, but whoever restores may have nothing else: it opens again."""


@dataclass(frozen=True, slots=True)
class Suite:
    """What changed since a backup, as far as the key file in place tells.

    `inconnue`: there is none to ask. `autre_cle`: the store is put under another key, because the
    cabinet's was changed. `partis`: the names of who has an account in it, and left since.
    """

    inconnue: bool = False
    autre_cle: bool = False
    partis: tuple[str, ...] = ()
    feuille: Feuille = Feuille.RIEN_A_DIRE


@dataclass(frozen=True, slots=True)
class EnPlace:
    """The cabinet in place. `key`: its key, without which nobody vouches for its key file.

    `former`: the keys it had. `partis`: who left, and when; None when the key file alone tells.
    """

    ring: Keyring
    key: "DatabaseKey | None" = None
    former: "tuple[DatabaseKey, ...]" = ()
    partis: Mapping[MembreId, date] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`under`: what the restored store is to be put under, None when the backup's own is right."""

    suite: Suite
    under: "Under | None" = None
    partis: Mapping[MembreId, date] = field(default_factory=dict)


def en_place(home: Home, head: "Head") -> Keyring | None:
    """The key file in place, when it is readable and of the same cabinet."""
    try:
        ring = keyring.load(home.coffre)
    except AppError:
        return None
    return ring if ring.store_id == head.manifeste.store_id else None


def dehors(
    home: Home, head: "Head", key: "DatabaseKey", secret: Secret, cost: Cost
) -> EnPlace | None:
    """What is known of the cabinet in place by whoever opened a backup and nothing else."""
    from microstructure_desktop.store import keys

    ring = en_place(home, head)
    if ring is None:
        return None
    if keys.vouches(ring, key):
        return EnPlace(ring, key)
    with suppress(AppError):  # of that time, it may open nothing here
        return EnPlace(ring, _opened(ring, secret, cost))
    return EnPlace(ring)


def dedans(office: Office, head: "Head") -> EnPlace | None:
    """The same from the open cabinet, whose team says who left."""
    ring = en_place(office.home, head)
    if ring is None:
        return None
    return EnPlace(ring, office.key, office.store.former_keys(), retrait.partis(office))


def suite(head: "Head", place: EnPlace | None, code: bytes | None = None) -> Suite:
    """What restoring it will change; nothing is made."""
    from microstructure_desktop.store import backup_reading

    if place is None:
        return Suite(inconnue=True)
    then = backup_reading.accounts(head)
    gone = _gone(then, place)
    everybody = len(gone) == len(then.slots)  # somebody must open it
    names = () if everybody else tuple(account.nom for account in gone)
    return Suite(
        everybody, not _same(then, place) or bool(gone), names, _sheets(then, place, code)[1]
    )


def plan(
    head: "Head",
    key: "DatabaseKey",
    place: EnPlace | None,
    secret: Secret | None,
    at: datetime,
) -> Plan:
    """What is made of it. Another key is a new one: who left has the former."""
    from microstructure_desktop.store import backup_reading, rescue
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.restore import Under

    then, code = backup_reading.accounts(head), code_of(head, secret)
    found = suite(head, place, code)
    if place is None:
        return Plan(found)
    sheets = _sheets(then, place, code, at.astimezone().date().isoformat())[0]
    if not found.autre_cle and sheets == then.secours:
        return Plan(found, partis=place.partis or {})
    new = DatabaseKey.generate() if found.autre_cle else None
    gone = () if found.inconnue else tuple(account.id for account in _gone(then, place))
    ring = rescue.change_key(then, key, new or key, without=gone, sheets=sheets)
    # Not the key in place: nobody who left has it, and what is under it must stay as it is for
    # who would come back to the cabinet of before the restoration.
    return Plan(found, Under(ring, new, place.former), place.partis or {})


def code_of(head: "Head", secret: Secret | None) -> bytes | None:
    from microstructure_desktop.store import recovery_code

    if not isinstance(secret, Code):
        return None
    return recovery_code.parse(secret.code, head.manifeste.store_id)


def _opened(ring: Keyring, secret: Secret, cost: Cost) -> "DatabaseKey":
    from microstructure_desktop.store import keys, recovery_code

    if isinstance(secret, Code):
        return keys.unlock_with_code(ring, recovery_code.parse(secret.code, ring.store_id))
    key, personal = keys.unlock(ring, secret.membre, secret.phrase, cost.bounds())
    personal.wipe()
    return key


def _same(then: Keyring, place: EnPlace) -> bool:
    from microstructure_desktop.store import keys

    return place.key is not None and keys.vouches(then, place.key)


def _gone(then: Keyring, place: EnPlace) -> tuple[Account, ...]:
    """Who has an account in a backup and left since: suspended people stay in it.

    Without a change of key nobody was removed: who is in it alone came after what is in place.
    """
    if place.partis is not None:
        return tuple(a for a in then.accounts if a.id in place.partis)
    if _same(then, place):
        return ()
    known = {account.id for account in place.ring.accounts}
    return tuple(a for a in then.accounts if a.id not in known)


def _sheets(
    then: Keyring, place: EnPlace, code: bytes | None, le: str = ""
) -> "tuple[tuple[Secours, ...], Feuille]":
    """The sheets that open the restored store: those of today, when their file is vouched for.

    Else those of the backup that are still in it: a file that anybody wrote adds none.
    """
    if place.key is None:
        known = {sheet.public for sheet in place.ring.secours}
        kept = tuple(sheet for sheet in then.secours if sheet.public in known)
    elif _same(then, place):
        kept = place.ring.secours or then.secours
    else:
        kept = place.ring.secours
    used = _used(then, code)
    if used is not None and used.public not in {sheet.public for sheet in kept}:
        again = replace(used, utilisee=le, prouvee=used.prouvee or le)
        return (again, *kept[:1]), Feuille.SERVIE
    lost = not kept and (then.secours or place.ring.secours)
    return kept, Feuille.RETIREE if lost else Feuille.RIEN_A_DIRE


def _used(then: Keyring, code: bytes | None) -> "Secours | None":
    from microstructure_desktop.store import recovery_code

    if code is None:
        return None
    _, public = recovery_code.pair(code, then.store_id)
    return next((sheet for sheet in then.secours if sheet.public == public), None)
