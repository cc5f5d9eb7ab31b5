"""What changes in the key file for a member's own sheet, which opens their personal notes."""

from dataclasses import replace

from microstructure_desktop.domain.ids import MembreId

from . import keys, personal_keys, recovery_code
from .failures import (
    AccountReset,
    AccountUnknown,
    FormerNotesSealed,
    SheetOfCabinet,
    WrongOwnCode,
)
from .keyring import Keyring, Personnelle, Slot
from .keys import DatabaseKey
from .personal_keys import Pair, PersonalKey


def closed(slot: Slot, personal: PersonalKey) -> bool:
    """Whether a sheet has a key that this session does not have: its code gives it back."""
    known = {public for _, public in personal.pairs}
    return any(cle.public not in known for sheet in slot.feuilles for cle in sheet.cles)


def add(
    keyring: Keyring,
    key: DatabaseKey,
    membre_id: MembreId,
    personal: PersonalKey,
    code: bytes,
    le: str,
) -> Keyring:
    """A new sheet; the one that was proved opens too until the new one is proved.

    Raises:
        FormerNotesSealed: it would replace a sheet that opens more.
        AccountReset
    """
    keys.verify(keyring, key)
    slot = _slot(keyring, membre_id, personal)
    if closed(slot, personal):
        raise FormerNotesSealed
    _, public = recovery_code.own_pair(code, keyring.store_id, membre_id)
    cles = tuple(
        personal_keys.sealed(keyring.store_id, membre_id, pair, public) for pair in personal.pairs
    )
    former = [s for s in slot.feuilles if s.prouvee][-1:] or slot.feuilles[-1:]
    return _changed(keyring, key, replace(slot, feuilles=(*former, Personnelle(public, cles, le))))


def prove(keyring: Keyring, key: DatabaseKey, membre_id: MembreId, code: bytes, le: str) -> Keyring:
    """Its owner typed it back: from then on it is the only one.

    Raises:
        WrongOwnCode, SheetOfCabinet
    """
    keys.verify(keyring, key)
    slot = _slot(keyring, membre_id)
    proved = replace(_sheet(keyring, slot, code), prouvee=le)
    return _changed(keyring, key, replace(slot, feuilles=(proved,)))


def withdraw(keyring: Keyring, key: DatabaseKey, membre_id: MembreId) -> Keyring:
    """No own sheet any more; the keys that it gave back stay."""
    keys.verify(keyring, key)
    return _changed(keyring, key, replace(_slot(keyring, membre_id), feuilles=()))


def use(
    keyring: Keyring,
    key: DatabaseKey,
    membre_id: MembreId,
    personal: PersonalKey,
    code: bytes,
    le: str,
) -> tuple[Keyring, tuple[Pair, ...]]:
    """The keys that the sheet gives back, sealed to the present one from now on.

    Raises:
        WrongOwnCode, SheetOfCabinet, AccountReset
    """
    keys.verify(keyring, key)
    slot, store_id = _slot(keyring, membre_id, personal), keyring.store_id
    used = _sheet(keyring, slot, code)
    holder = recovery_code.own_pair(code, store_id, membre_id)
    found = personal_keys.opened(store_id, membre_id, holder, used.cles)
    known = {slot.public, *(cle.public for cle in slot.anciennes)}
    back = tuple(
        personal_keys.sealed(store_id, membre_id, pair, slot.public)
        for pair in found
        if pair[1] not in known
    )
    sheets = tuple(replace(s, utilisee=le) if s is used else s for s in slot.feuilles)
    changed = replace(slot, anciennes=(*slot.anciennes, *back), feuilles=sheets)
    return _changed(keyring, key, changed), found


def _slot(keyring: Keyring, membre_id: MembreId, personal: PersonalKey | None = None) -> Slot:
    slot = keyring.slot(membre_id)
    if slot is None:
        raise AccountUnknown
    # What would be sealed to another key than the one in memory could not be read again.
    if personal is not None and personal.pair[1] != slot.public:
        raise AccountReset
    return slot


def _sheet(keyring: Keyring, slot: Slot, code: bytes) -> Personnelle:
    _, public = recovery_code.own_pair(code, keyring.store_id, slot.id)
    for sheet in slot.feuilles:
        if sheet.public == public:
            return sheet
    _, cabinet = recovery_code.pair(code, keyring.store_id)
    if any(sheet.public == cabinet for sheet in keyring.secours):
        raise SheetOfCabinet
    raise WrongOwnCode


def _changed(keyring: Keyring, key: DatabaseKey, slot: Slot) -> Keyring:
    slots = tuple(slot if s.id == slot.id else s for s in keyring.slots)
    return keys.signed(replace(keyring, slots=slots), key)
