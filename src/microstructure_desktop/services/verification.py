"""The verdict of each check of the store, whether it opens or refuses to."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.store import keyring
from microstructure_desktop.store.failures import AccountUnknown, StoreBusy, WrongPassphrase

from . import unlock
from .office import Cost, Office

if TYPE_CHECKING:
    from microstructure_desktop.store.checks import Check

TROUSSEAU, OUVERTURE = "cles", "refus"
"""Whether the key file can be read; whether the application opens the store."""


def verifier(
    home: Home, membre: MembreId, passphrase: str, *, cost: Cost = unlock.DEFAULT_COST
) -> "tuple[Check, ...]":
    """Each check that could be done, in order.

    Raises:
        WrongPassphrase, AccountUnknown, AccountSuspended
        StoreBusy: what somebody is writing cannot be copied whole.
    """
    from microstructure_desktop.store.checks import Check

    trousseau = Check(TROUSSEAU, warning=keyring.doubt(home.coffre))
    try:
        office = unlock.open_cabinet(home, membre, passphrase, cost=cost)
    except (WrongPassphrase, AccountUnknown, unlock.AccountSuspended, StoreBusy):
        raise  # nothing is wrong with the store
    except AppError as refusal:
        return (
            trousseau,
            Check(OUVERTURE, refusal),
            *_refused(home, membre, passphrase, cost),
        )
    try:
        found = (*office.store.checks(), _effacements(office))
        return (trousseau, Check(OUVERTURE), Check("ouverture"), *found)
    finally:
        unlock.close(office)


def _effacements(office: Office) -> "Check":
    from microstructure_desktop.store import checks, erased_checks

    with office.store.read() as work:
        return checks.run("effacements", lambda: erased_checks.check(work, office.home.root))


def sans_trousseau(refusal: AppError) -> "tuple[Check, ...]":
    """Without the key file there is nothing that could be checked."""
    from microstructure_desktop.store.checks import Check

    return (Check(TROUSSEAU, refusal),)


def _refused(home: Home, membre: MembreId, passphrase: str, cost: Cost) -> "tuple[Check, ...]":
    from microstructure_desktop.store import closed_checks, keys

    ring = keyring.load(home.coffre)
    key, personal = keys.unlock(ring, membre, passphrase, cost.bounds())
    personal.wipe()
    try:
        return closed_checks.examine(home.coffre, key, ring.store_id, home.sauvegardes)
    finally:
        key.wipe()
