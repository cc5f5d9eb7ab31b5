"""Keys: one per store, sealed to each member's key pair, which their passphrase opens."""

import hmac
import json
import os
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from microstructure_desktop.domain.ids import MembreId, new_id

from . import boxes, personal_keys, recovery_code
from .boxes import NONCE, SECRET
from .failures import (
    AccountExists,
    AccountUnknown,
    KeyringDamaged,
    SheetIsPersonal,
    WrongPassphrase,
    WrongRecoveryCode,
)
from .keyring import FORMAT, MAX_TEXT, Account, Keyring, Slot, signed_part
from .personal_keys import PersonalKey


@dataclass(frozen=True, slots=True)
class KdfParams:
    """Argon2id: memory in KiB, passes, lanes."""

    m: int
    t: int
    p: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Below `floor` a passphrase is too cheap to guess; above `ceiling` a file could exhaust us."""

    floor: KdfParams
    ceiling: KdfParams

    def check(self, kdf: KdfParams) -> None:
        low, high = self.floor, self.ceiling
        if not (low.m <= kdf.m <= high.m and low.t <= kdf.t <= high.t and low.p <= kdf.p <= high.p):
            raise KeyringDamaged


LIMITS = Limits(floor=KdfParams(64 * 1024, 3, 1), ceiling=KdfParams(256 * 1024, 24, 8))
TARGET_SECONDS = 0.5


class DatabaseKey:
    """The 256-bit key of one store, and the keys derived from it."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SECRET:
            raise KeyringDamaged
        self._secret = bytearray(secret)

    @classmethod
    def generate(cls) -> "DatabaseKey":
        return cls(secrets.token_bytes(SECRET))

    @property
    def raw(self) -> bytes:
        """The key itself.

        Raises:
            ValueError: it was wiped.
        """
        if not any(self._secret):
            raise ValueError("wiped key")
        return bytes(self._secret)

    def derive(self, purpose: str) -> bytes:
        """An independent 256-bit key (HKDF-Expand with one block, RFC 5869)."""
        return hmac.digest(self.raw, purpose.encode() + b"\x01", "sha256")

    def wipe(self) -> None:
        for index in range(len(self._secret)):
            self._secret[index] = 0

    def __repr__(self) -> str:
        return "DatabaseKey(…)"


def calibrate(seconds: Callable[[KdfParams], float] | None = None) -> KdfParams:
    """Parameters that take about half a second on this computer, never below the floor."""
    lanes = min(LIMITS.ceiling.p, max(1, (os.cpu_count() or 1) // 2))
    floor = replace(LIMITS.floor, p=lanes)
    factor = TARGET_SECONDS / max((seconds or _seconds)(floor), 1e-3)
    if factor <= 1:
        return floor
    memory = 2 if factor >= 2 else 1  # noqa: PLR2004  -- twice the memory costs twice the time
    passes = min(LIMITS.ceiling.t, round(floor.t * factor / memory))
    return replace(floor, m=floor.m * memory, t=max(floor.t, passes))


def create(
    cabinet: str, account: Account, passphrase: str, kdf: KdfParams, limits: Limits = LIMITS
) -> tuple[Keyring, DatabaseKey, PersonalKey]:
    """A new store's keys, with its first account."""
    key = DatabaseKey.generate()
    store_id = new_id()
    slot, personal = _new_slot(store_id, key, account, (passphrase, kdf, limits))
    blank = Keyring(store_id, cabinet[:MAX_TEXT], 0, (slot,), b"")
    return signed(blank, key), key, personal


def unlock(
    keyring: Keyring, membre_id: MembreId, passphrase: str, limits: Limits = LIMITS
) -> tuple[DatabaseKey, PersonalKey]:
    """The store's key and the member's own.

    Raises:
        AccountUnknown, WrongPassphrase
        KeyringDamaged: the file was altered, or its cost is out of bounds.
    """
    slot = _slot(keyring, membre_id)
    private = _unwrap(keyring.store_id, slot, passphrase, limits)
    secret = boxes.unseal(private, slot.public, slot.database, _binding(keyring.store_id, slot))
    if secret is None:
        raise KeyringDamaged
    key = DatabaseKey(secret)
    verify(keyring, key)
    present = PersonalKey(private, slot.public)
    present.take_back(personal_keys.opened(keyring.store_id, slot.id, present.pair, slot.anciennes))
    return key, present


def verify(keyring: Keyring, key: DatabaseKey) -> None:
    """Refuse a key file that somebody without the store's key has written."""
    if not vouches(keyring, key):
        raise KeyringDamaged


def vouches(keyring: Keyring, key: DatabaseKey) -> bool:
    """Whether a key file is that key's."""
    return hmac.compare_digest(keyring.mac, _mac(keyring, key))


def add_account(
    keyring: Keyring,
    key: DatabaseKey,
    account: Account,
    passphrase: str,
    kdf: KdfParams,
    *,
    limits: Limits = LIMITS,
) -> Keyring:
    verify(keyring, key)
    if keyring.slot(account.id):
        raise AccountExists
    slot, _ = _new_slot(keyring.store_id, key, account, (passphrase, kdf, limits))
    return signed(replace(keyring, slots=(*keyring.slots, slot)), key)


def change_passphrase(
    keyring: Keyring,
    membre_id: MembreId,
    old: str,
    new: str,
    kdf: KdfParams,
    *,
    limits: Limits = LIMITS,
) -> Keyring:
    """Wrap the same private key under a new passphrase; nothing else changes."""
    key, _ = unlock(keyring, membre_id, old, limits)
    slot = _slot(keyring, membre_id)
    private = _unwrap(keyring.store_id, slot, old, limits)
    changed = _wrap(keyring.store_id, slot, private, (new, kdf, limits))
    return _replaced(keyring, key, changed)


def update_account(keyring: Keyring, key: DatabaseKey, account: Account) -> Keyring:
    """Rename a member, give another role, suspend: the store's key is sealed again under it."""
    verify(keyring, key)
    named = replace(_slot(keyring, account.id), nom=account.nom[:MAX_TEXT], role=account.role)
    slot = replace(named, actif=account.actif)
    return _replaced(keyring, key, sealed_to(key, keyring.store_id, slot))


def reset_account(
    keyring: Keyring,
    key: DatabaseKey,
    membre_id: MembreId,
    passphrase: str,
    kdf: KdfParams,
    *,
    limits: Limits = LIMITS,
) -> Keyring:
    """Another pair under a new passphrase: only the member's own sheet opens their former notes.

    The sheet learns the new pair too: whatever becomes of this passphrase, it opens them all. The
    keys sealed to the former pair go: the sheet, without which nothing opens them, has them.
    """
    verify(keyring, key)
    slot = _slot(keyring, membre_id)
    account = Account(slot.id, slot.nom, slot.role)
    made, personal = _new_slot(keyring.store_id, key, account, (passphrase, kdf, limits))
    sheets = tuple(
        personal_keys.learnt(keyring.store_id, slot.id, sheet, personal.pair)
        for sheet in slot.feuilles
    )
    return _replaced(keyring, key, replace(made, actif=slot.actif, feuilles=sheets))


def unlock_with_code(keyring: Keyring, code: bytes) -> DatabaseKey:
    """The store's key, from a recovery sheet; nobody's personal notes open with it.

    Raises:
        WrongRecoveryCode: no sheet of this cabinet bears it, or it is not valid any more.
        SheetIsPersonal: it is the own sheet of somebody.
        KeyringDamaged: the file was altered.
    """
    private, public = recovery_code.pair(code, keyring.store_id)
    for secours in keyring.secours:
        secret = boxes.unseal(private, public, secours.database, rescuing(keyring.store_id))
        if secret is not None:
            key = DatabaseKey(secret)
            verify(keyring, key)
            return key
    for slot in keyring.slots:
        _, own = recovery_code.own_pair(code, keyring.store_id, slot.id)
        if any(sheet.public == own for sheet in slot.feuilles):
            raise SheetIsPersonal
    raise WrongRecoveryCode


def rescuing(store_id: str) -> str:
    """What the store's key is sealed for, to a recovery sheet."""
    return json.dumps(["secours", store_id])


def sealed_to(key: DatabaseKey, store_id: str, slot: Slot) -> Slot:
    """The same account, which opens the store with that key."""
    return replace(slot, database=boxes.seal(slot.public, key.raw, _binding(store_id, slot)))


def rename_cabinet(keyring: Keyring, key: DatabaseKey, label: str) -> Keyring:
    verify(keyring, key)
    return signed(replace(keyring, cabinet=label[:MAX_TEXT]), key)


_Secret = tuple[str, KdfParams, Limits]


def _new_slot(
    store_id: str, key: DatabaseKey, account: Account, secret: _Secret
) -> tuple[Slot, PersonalKey]:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    pair = X25519PrivateKey.generate()
    private, public = pair.private_bytes_raw(), pair.public_key().public_bytes_raw()
    blank = Slot(account.id, account.nom[:MAX_TEXT], account.role, 0, 0, 0, b"", public, b"", b"")
    slot = _wrap(store_id, blank, private, secret)
    return sealed_to(key, store_id, slot), PersonalKey(private, public)


def _wrap(store_id: str, slot: Slot, private: bytes, secret: _Secret) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    passphrase, kdf, limits = secret
    slot = replace(slot, m=kdf.m, t=kdf.t, p=kdf.p, salt=secrets.token_bytes(16))
    kek = _stretch(passphrase, slot, limits)
    nonce = secrets.token_bytes(NONCE)
    box = AESGCM(kek).encrypt(nonce, private, _wrapping(store_id, slot))
    return replace(slot, private=nonce + box)


def _unwrap(store_id: str, slot: Slot, passphrase: str, limits: Limits) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kek = _stretch(passphrase, slot, limits)
    nonce, box = slot.private[:NONCE], slot.private[NONCE:]
    try:
        return AESGCM(kek).decrypt(nonce, box, _wrapping(store_id, slot))
    except InvalidTag:
        raise WrongPassphrase from None


def _stretch(passphrase: str, slot: Slot, limits: Limits) -> bytes:
    limits.check(KdfParams(slot.m, slot.t, slot.p))
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        # A keyboard may send « é » as one character or as two: both must open.
        unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass"),
        slot.salt,
        time_cost=slot.t,
        memory_cost=slot.m,
        parallelism=slot.p,
        hash_len=SECRET,
        type=Type.ID,
    )


def _wrapping(store_id: str, slot: Slot) -> bytes:
    """What the passphrase vouches for. Not the role: it changes without the member's passphrase."""
    cost = [slot.m, slot.t, slot.p, slot.salt.hex()]
    return json.dumps([FORMAT, store_id, slot.id, slot.public.hex(), cost]).encode()


def _binding(store_id: str, slot: Slot) -> str:
    return json.dumps(["coffre", FORMAT, store_id, slot.id, slot.role])


def _slot(keyring: Keyring, membre_id: MembreId) -> Slot:
    slot = keyring.slot(membre_id)
    if slot is None:
        raise AccountUnknown
    return slot


def _replaced(keyring: Keyring, key: DatabaseKey, slot: Slot) -> Keyring:
    slots = tuple(slot if s.id == slot.id else s for s in keyring.slots)
    return signed(replace(keyring, slots=slots), key)


def signed(keyring: Keyring, key: DatabaseKey) -> Keyring:
    """The next generation of the key file, vouched for by the store's key."""
    newer = replace(keyring, generation=keyring.generation + 1)
    return replace(newer, mac=_mac(newer, key))


def _mac(keyring: Keyring, key: DatabaseKey) -> bytes:
    return hmac.digest(key.derive("trousseau"), signed_part(keyring), "sha256")


def _seconds(kdf: KdfParams) -> float:
    from argon2.low_level import Type, hash_secret_raw

    start = time.perf_counter()
    hash_secret_raw(bytes(SECRET), bytes(16), kdf.t, kdf.m, kdf.p, SECRET, Type.ID)
    return time.perf_counter() - start
