"""The animator's keys in a file that a passphrase opens, and the backup that goes to a safe."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from microstructure_desktop.exchange.errors import KeyUnreadable, SealBroken
from microstructure_desktop.exchange.seal import (
    Identity,
    SigningKey,
    lock,
    readable_recipient,
    unlock,
)

from .errors import (
    KeysNotWritten,
    KeysThere,
    KeysUnreadable,
    NoKeys,
    PassphraseTooShort,
    SamePassphrase,
)

if TYPE_CHECKING:
    from pathlib import Path

FICHIER = "cles.age"
SAUVEGARDE = "sauvegarde-cles.age"
MIN_PASSPHRASE = 12
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Cles:
    """`signature` signs, `identite` opens. `sauvegarde` is what is sealed to beside: its private
    half is in the backup only. `anciennes` still open what was on its way. `precedente` vouches
    for `signature` in the next convention.
    """

    signature: SigningKey
    identite: Identity
    sauvegarde: str
    anciennes: tuple[Identity, ...] = ()
    precedente: SigningKey | None = None

    @property
    def identites(self) -> tuple[Identity, ...]:
        return (self.identite, *self.anciennes)

    @property
    def destinataires(self) -> tuple[str, str]:
        return self.identite.recipient, self.sauvegarde


def create(path: Path, phrase: str, sauvegarde: Path, phrase_sauvegarde: str) -> Cles:
    """New keys, and their backup: the only time that it is written.

    Raises:
        KeysThere: one of the two files is there already.
        PassphraseTooShort, SamePassphrase, KeysNotWritten
    """
    if path.exists():
        raise KeysThere
    secours = Identity.generate()
    cles = Cles(SigningKey.generate(), Identity.generate(), secours.recipient)
    _back_up(sauvegarde, cles.signature, secours, phrase, phrase_sauvegarde)
    _write(path, _content(cles), phrase)
    return cles


def open_keys(path: Path, phrase: str) -> Cles:
    """The keys of a file.

    Raises:
        NoKeys, KeysUnreadable
        WrongPassphraseOfKeys
    """
    content = _read(path, phrase)
    former = content.get("precedente")
    try:
        cles = Cles(
            _signing(content["signature"]),
            _identity(content["identite"]),
            content["sauvegarde"],
            tuple(_identity(secret) for secret in content["anciennes"]),
            None if former is None else _signing(former),
        )
    except (KeyError, TypeError, ValueError, KeyUnreadable):
        raise KeysUnreadable from None
    if not isinstance(cles.sauvegarde, str) or not readable_recipient(cles.sauvegarde):
        raise KeysUnreadable
    return cles


def rotate(path: Path, phrase: str, sauvegarde: Path, phrase_sauvegarde: str) -> Cles:
    """Other keys, for which the former ones vouch; a new backup, in another file.

    Raises:
        KeysThere: the file of the backup is there already.
        NoKeys, KeysUnreadable, PassphraseTooShort, SamePassphrase, KeysNotWritten
        WrongPassphraseOfKeys
    """
    before = open_keys(path, phrase)
    secours = Identity.generate()
    cles = Cles(
        SigningKey.generate(),
        Identity.generate(),
        secours.recipient,
        before.identites,
        before.signature,
    )
    _back_up(sauvegarde, cles.signature, secours, phrase, phrase_sauvegarde)
    _write(path, _content(cles), phrase)
    return cles


def restore(path: Path, phrase: str, sauvegarde: Path, phrase_sauvegarde: str) -> Cles:
    """Keys again after a loss: the same signature, and what was sealed can be opened.

    The lost identity is not made again: the next convention names another.

    Raises:
        KeysThere: there are keys already.
        NoKeys, KeysUnreadable: of the backup.
        PassphraseTooShort, SamePassphrase, KeysNotWritten
        WrongPassphraseOfKeys
    """
    if path.exists():
        raise KeysThere
    _check(phrase, phrase_sauvegarde)
    content = _read(sauvegarde, phrase_sauvegarde)
    try:
        signature, secours = _signing(content["signature"]), _identity(content["secours"])
    except (KeyError, TypeError, ValueError, KeyUnreadable):
        raise KeysUnreadable from None
    cles = Cles(signature, Identity.generate(), secours.recipient, (secours,))
    _write(path, _content(cles), phrase)
    return cles


def _check(*phrases: str) -> None:
    if any(len(phrase.strip()) < MIN_PASSPHRASE for phrase in phrases):
        raise PassphraseTooShort
    if len(set(phrases)) < len(phrases):
        raise SamePassphrase


def _back_up(
    path: Path, signature: SigningKey, secours: Identity, phrase: str, phrase_sauvegarde: str
) -> None:
    if path.exists():
        raise KeysThere
    _check(phrase, phrase_sauvegarde)
    content = {"signature": signature.secret.hex(), "secours": secours.secret}
    _write(path, content, phrase_sauvegarde)


def _content(cles: Cles) -> dict[str, Any]:
    return {
        "signature": cles.signature.secret.hex(),
        "identite": cles.identite.secret,
        "sauvegarde": cles.sauvegarde,
        "anciennes": [each.secret for each in cles.anciennes],
        "precedente": None if cles.precedente is None else cles.precedente.secret.hex(),
    }


def _signing(secret: str) -> SigningKey:
    return SigningKey(bytes.fromhex(secret))


def _identity(secret: str) -> Identity:
    made = Identity(secret)
    made.opening()
    return made


def _read(path: Path, phrase: str) -> dict[str, Any]:
    """What a file of keys holds: nothing of it is believed yet."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError:
        raise NoKeys from None
    try:
        content = json.loads(unlock(data, phrase))
    except (SealBroken, ValueError, RecursionError):
        raise KeysUnreadable from None
    if not isinstance(content, dict):
        raise KeysUnreadable
    return content


def _write(path: Path, content: dict[str, Any], phrase: str) -> None:
    """Whole under its name, or not at all: the former file stays until then."""
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            out.write(lock(json.dumps(content).encode(), phrase))
            out.flush()
            os.fsync(out.fileno())
        partial.replace(path)
    except OSError:
        raise KeysNotWritten from None
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
