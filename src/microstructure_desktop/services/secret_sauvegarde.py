"""What opens a backup: a passphrase of its time, or the recovery sheet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.store.backup_failures import BackupDamaged, BackupOtherKey
from microstructure_desktop.store.failures import (
    AccountUnknown,
    KeyringDamaged,
    WrongPassphrase,
    WrongRecoveryCode,
)
from microstructure_desktop.store.recovery_code import CodeUnreadable, OtherCabinet

from .office import Cost
from .unlock import AccountSuspended

__all__ = [
    "AccountUnknown",
    "BackupOtherKey",
    "Code",
    "CodeUnreadable",
    "OtherCabinet",
    "Phrase",
    "Secret",
    "WrongPassphrase",
    "WrongRecoveryCode",
    "opened",
]

if TYPE_CHECKING:
    from microstructure_desktop.store.keyring import Account
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.msmabak import Head


@dataclass(frozen=True, slots=True)
class Phrase:
    """An account that is in the backup, and its passphrase of that time."""

    membre: MembreId
    phrase: str


@dataclass(frozen=True, slots=True)
class Code:
    """What was typed from a recovery sheet."""

    code: str


Secret = Phrase | Code


def opened(head: "Head", secret: Secret, cost: Cost) -> "tuple[DatabaseKey, Account | None]":
    """The key of a backup; with a recovery sheet, no account.

    Raises:
        WrongPassphrase, WrongRecoveryCode, AccountUnknown, AccountSuspended
        BackupDamaged: its key file was altered, or asks for more than any computer would.
    """
    try:
        return _opened(head, secret, cost)
    except KeyringDamaged:
        raise BackupDamaged("trousseau") from None


def _opened(head: "Head", secret: Secret, cost: Cost) -> "tuple[DatabaseKey, Account | None]":
    from microstructure_desktop.store import backup_reading, keys, recovery_code

    ring = backup_reading.accounts(head)
    if isinstance(secret, Code):
        return keys.unlock_with_code(ring, recovery_code.parse(secret.code, ring.store_id)), None
    account = next((a for a in ring.accounts if a.id == secret.membre), None)
    if account is None:
        raise AccountUnknown
    key, personal = keys.unlock(ring, account.id, secret.phrase, cost.bounds())
    personal.wipe()
    if not account.actif:
        raise AccountSuspended
    return key, account
