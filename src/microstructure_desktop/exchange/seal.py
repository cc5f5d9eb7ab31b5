"""Sign what leaves, and seal it to those who may read it: Ed25519 and age."""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyrage
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import KeyUnreadable, NotForUs, SealBroken, WrongPassphraseOfKeys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEED = 32
SEALED = b"age-encryption.org/v1\n"
"""What sealed bytes begin with."""
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"(?:-> [\x20-\x7e]{1,400}\n(?:[A-Za-z0-9+/]{64}\n){0,9}[A-Za-z0-9+/]{0,63}\n){1,9}"
    rb"--- [A-Za-z0-9+/]{43}\n"
)
"""A header for few readers. What reads it takes half an hour over a long one: it never sees it."""
_GROUP, _GROUPS = 4, 8
_LOCKED = b"msma-cles-v1\n"
_SALT, _NONCE = 16, 12
_KIB, _PASSES = 128 * 1024, 3
"""What a locked file of this version costs: about half a second."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key (RFC 8032); `secret` is its 32-byte seed."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != SEED:
            raise KeyUnreadable

    @classmethod
    def generate(cls) -> SigningKey:
        return cls(secrets.token_bytes(SEED))

    @property
    def public(self) -> str:
        """64 hexadecimal characters."""
        return self._key().public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """64 bytes, always the same for the same message."""
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)


@dataclass(frozen=True, slots=True)
class Identity:
    """An age key pair (X25519); `secret` is the text AGE-SECRET-KEY-1…"""

    secret: str = field(repr=False)

    @classmethod
    def generate(cls) -> Identity:
        return cls(str(pyrage.x25519.Identity.generate()))

    @property
    def recipient(self) -> str:
        """The public half, age1…

        Raises:
            KeyUnreadable
        """
        return str(self.opening().to_public())

    def opening(self) -> pyrage.x25519.Identity:
        try:
            return pyrage.x25519.Identity.from_str(self.secret)
        except pyrage.IdentityError:
            raise KeyUnreadable from None


def verify(public: str, message: bytes, signature: bytes) -> bool:
    """Whether the holder of a key signed a message; a key that is none vouches for nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """What two people read aloud to each other: 128 bits in eight groups of four.

    Raises:
        KeyUnreadable
    """
    try:
        key = bytes.fromhex(public)
    except ValueError:
        raise KeyUnreadable from None
    digest = hashlib.sha256(key).hexdigest()[: _GROUP * _GROUPS].upper()
    return " ".join(digest[i : i + _GROUP] for i in range(0, len(digest), _GROUP))


def readable_recipient(recipient: str) -> bool:
    """Whether something can be sealed to it."""
    try:
        return str(pyrage.x25519.Recipient.from_str(recipient)) == recipient
    except pyrage.RecipientError:
        return False


def encrypt(data: bytes, recipients: Sequence[str]) -> bytes:
    """An age file that each recipient can open; other bytes each time.

    Raises:
        KeyUnreadable: no recipient, or one that is none.
    """
    if not recipients or not all(map(readable_recipient, recipients)):
        raise KeyUnreadable
    sealed: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(r) for r in recipients])
    return sealed


def decrypt(data: bytes, identities: Iterable[Identity]) -> bytes:
    """What was sealed to one of these.

    Raises:
        NotForUs: sealed to somebody else.
        SealBroken: not an age file, or altered, or cut.
    """
    if not _HEADER.match(data):
        raise SealBroken
    try:
        opened: bytes = pyrage.decrypt(data, [each.opening() for each in identities])
    except pyrage.DecryptError as failure:
        raise (NotForUs if "No matching keys" in str(failure) else SealBroken) from None
    return opened


def encrypt_for_anybody(data: bytes, passphrase: str) -> bytes:
    """An age file that a passphrase opens, in any program that reads age."""
    sealed: bytes = pyrage.passphrase.encrypt(data, unicodedata.normalize("NFKC", passphrase))
    return sealed


def lock(data: bytes, passphrase: str) -> bytes:
    """A file that a passphrase opens: Argon2id and AES-GCM, of the same cost everywhere.

    The passphrase files of age measure the machine that writes: another may not open them.
    """
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    return b"".join(
        (_LOCKED, salt, nonce, AESGCM(_stretched(passphrase, salt)).encrypt(nonce, data, _LOCKED))
    )


def unlock(data: bytes, passphrase: str) -> bytes:
    """What a passphrase locked.

    Raises:
        SealBroken: not a locked file.
        WrongPassphraseOfKeys: another passphrase, or an altered file.
    """
    start = len(_LOCKED) + _SALT
    if not data.startswith(_LOCKED) or len(data) < start + _NONCE:
        raise SealBroken
    salt, nonce, box = data[len(_LOCKED) : start], data[start:][:_NONCE], data[start + _NONCE :]
    try:
        return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, box, _LOCKED)
    except (InvalidTag, ValueError):
        raise WrongPassphraseOfKeys from None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(
        # A keyboard may send « é » as one character or as two: both must open.
        unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass"),
        salt,
        time_cost=_PASSES,
        memory_cost=_KIB,
        parallelism=1,
        hash_len=SEED,
        type=Type.ID,
    )
