"""What changes in the key file for a recovery sheet, and when the store's key is another."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from microstructure_desktop.domain.ids import MembreId

from . import boxes, keys, recovery_code
from .failures import WrongRecoveryCode
from .keyring import Keyring, Secours
from .keys import DatabaseKey


def add_sheet(keyring: Keyring, key: DatabaseKey, code: bytes, le: str, par: MembreId) -> Keyring:
    """A new sheet; the one that was proved opens too until the new one is proved."""
    keys.verify(keyring, key)
    _, public = recovery_code.pair(code, keyring.store_id)
    made = Secours(public, _sealed(keyring, key, public), le, par)
    former = [s for s in keyring.secours if s.prouvee][-1:] or keyring.secours[-1:]
    return keys.signed(replace(keyring, secours=(*former, made)), key)


def prove_sheet(keyring: Keyring, key: DatabaseKey, code: bytes, le: str) -> Keyring:
    """Somebody typed it back: from then on it is the only one.

    Raises:
        WrongRecoveryCode: it is not one of this cabinet's.
    """
    keys.verify(keyring, key)
    proved = replace(_sheet(keyring, code), prouvee=le)
    return keys.signed(replace(keyring, secours=(proved,)), key)


def use_sheet(keyring: Keyring, key: DatabaseKey, code: bytes, le: str) -> Keyring:
    """It opened the cabinet: it still does, and is to be made again.

    Raises:
        WrongRecoveryCode: it is not one of this cabinet's.
    """
    keys.verify(keyring, key)
    used = _sheet(keyring, code)
    sheets = tuple(replace(s, utilisee=le) if s is used else s for s in keyring.secours)
    return keys.signed(replace(keyring, secours=sheets), key)


def change_key(
    keyring: Keyring,
    former: DatabaseKey,
    key: DatabaseKey,
    *,
    without: Collection[MembreId],
    sheets: Iterable[Secours],
) -> Keyring:
    """Another key for the store, sealed to everybody but these, and to these recovery sheets.

    Nobody's passphrase is needed.
    """
    keys.verify(keyring, former)
    kept = [slot for slot in keyring.slots if slot.id not in without]
    slots = tuple(keys.sealed_to(key, keyring.store_id, slot) for slot in kept)
    resealed = tuple(replace(s, database=_sealed(keyring, key, s.public)) for s in sheets)
    return keys.signed(replace(keyring, slots=slots, secours=resealed), key)


def _sealed(keyring: Keyring, key: DatabaseKey, public: bytes) -> bytes:
    return boxes.seal(public, key.raw, keys.rescuing(keyring.store_id))


def _sheet(keyring: Keyring, code: bytes) -> Secours:
    _, public = recovery_code.pair(code, keyring.store_id)
    for sheet in keyring.secours:
        if sheet.public == public:
            return sheet
    raise WrongRecoveryCode
