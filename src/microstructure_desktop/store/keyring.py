"""The key file as a document: who has an account and what opens the store, never a key in clear."""

import base64
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from microstructure_desktop.domain.ids import MembreId

from . import files
from .failures import KeyringDamaged, KeyringFormer, KeyringMissing, KeyringTooNew

FORMAT = 1
SUSPENDING = 2
"""The format of a file where an account is suspended: an older program would let it in."""
RESCUED = 3
"""The format of a file that a recovery sheet opens: an older program would drop the sheet."""
OWN = 4
"""The format of a file where personal notes have more than one way in: a program that dropped it
would seal those notes for ever, so that an older one must say that it is older.
"""
NAME = "trousseau.json"
MAX_BYTES = 1_000_000
MAX_SLOTS = 64
MAX_SECOURS = 2
MAX_CLES = 64
MAX_TEXT = 200
MAX_COUNT = 2**31
_Read = TypeVar("_Read")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """What the unlock page shows; `nom` is the full name, `role` its stored code."""

    id: MembreId
    nom: str
    role: str
    actif: bool = True


@dataclass(frozen=True, slots=True)
class Cle:
    """A personal key pair of a member: its private half, sealed to something else of theirs."""

    public: bytes
    private: bytes


@dataclass(frozen=True, slots=True)
class Personnelle:
    """A member's own sheet: every personal key they had, sealed to `public`, the code's half.

    `le`, `prouvee`, `utilisee`: ISO days, when it was made, proved, used; empty when it was not.
    """

    public: bytes
    cles: tuple[Cle, ...]
    le: str
    prouvee: str = ""
    utilisee: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One member's way in.

    `m`, `t`, `p` and `salt` turn the passphrase into a key that opens `private`; the private key
    opens `database`, which is the store's key sealed to `public`. Not `actif`: suspended.
    `anciennes`: the personal keys of lost passphrases, found again and sealed to `public`.
    `feuilles`: the own sheet that is proved, then the one that will replace it once it is.
    """

    id: MembreId
    nom: str
    role: str
    m: int
    t: int
    p: int
    salt: bytes
    public: bytes
    private: bytes
    database: bytes
    actif: bool = True
    anciennes: tuple[Cle, ...] = ()
    feuilles: tuple[Personnelle, ...] = ()


_OWN = ("anciennes", "feuilles")
SIZES = {"salt": 16, "public": 32, "private": 60, "database": 92}
"""Exact lengths: nonce 12 + key 32 + tag 16, and an ephemeral public key 32 before them."""


@dataclass(frozen=True, slots=True)
class Secours:
    """A recovery sheet: `database` is the store's key sealed to `public`, the code's public half.

    `le`, `prouvee`, `utilisee`: ISO days, when it was made, proved, used; empty when it was not.
    `par`: who made it.
    """

    public: bytes
    database: bytes
    le: str
    par: MembreId
    prouvee: str = ""
    utilisee: str = ""


@dataclass(frozen=True, slots=True)
class Keyring:
    """`generation` grows with every change; `mac` is keyed from the store's key.

    `secours`: the sheet that is proved, then the one that will replace it once it is.
    """

    store_id: str
    cabinet: str
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes
    secours: tuple[Secours, ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        return tuple(Account(s.id, s.nom, s.role, s.actif) for s in self.slots)

    @property
    def format(self) -> int:
        if any(s.anciennes or s.feuilles for s in self.slots):
            return OWN
        if self.secours:
            return RESCUED
        return FORMAT if all(s.actif for s in self.slots) else SUSPENDING

    def slot(self, membre_id: MembreId) -> Slot | None:
        return next((s for s in self.slots if s.id == membre_id), None)


def exists(folder: Path) -> bool:
    """Whether a cabinet was ever made here, damaged or not."""
    path = folder / NAME
    return path.exists() or path.with_name(NAME + files.PREVIOUS).exists()


def load(folder: Path) -> Keyring:
    """The key file, or its former generation when it is damaged or gone.

    Raises:
        KeyringMissing, KeyringDamaged, KeyringTooNew
    """
    path = folder / NAME
    former = path.with_name(NAME + files.PREVIOUS)
    try:
        return loads(_read(path))
    except (KeyringMissing, KeyringDamaged) as problem:
        if not former.exists():
            raise
        log.warning("key file: %s, previous generation used", type(problem).__name__)
        return loads(_read(former))


def doubt(folder: Path) -> KeyringFormer | None:
    """Whether `load` reads the former generation, because the file in place is of no use."""
    try:
        loads(_read(folder / NAME))
    except (KeyringMissing, KeyringDamaged):
        return KeyringFormer()
    except KeyringTooNew:
        pass  # never read as its former generation
    return None


def save(folder: Path, keyring: Keyring) -> None:
    files.replace(folder / NAME, dumps(keyring), loads)


def supersede(folder: Path, keyring: Keyring) -> None:
    """The same when a secret was given up: the former generation would still open with it."""
    save(folder, keyring)
    save(folder, keyring)


def dumps(keyring: Keyring) -> bytes:
    document = _document(keyring)
    return _canonical({**document, "controle": hashlib.sha256(_canonical(document)).hexdigest()})


def loads(content: bytes) -> Keyring:
    """Read a key file strictly: one byte more, less or different and it is refused."""
    if len(content) > MAX_BYTES:
        raise KeyringDamaged
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise KeyringDamaged from None
    if not isinstance(document, dict) or _canonical(document) != content:
        raise KeyringDamaged
    # Every format keeps this sum, so that damage is never taken for a newer version.
    claimed = document.pop("controle", None)
    if claimed != hashlib.sha256(_canonical(document)).hexdigest():
        raise KeyringDamaged
    version = document.pop("format", None)
    if type(version) is not int:
        raise KeyringDamaged
    if version > OWN:
        raise KeyringTooNew
    read = _keyring(document)
    _need(version == read.format)
    return read


def signed_part(keyring: Keyring) -> bytes:
    """What the whole-file MAC covers."""
    document = _document(keyring)
    del document["mac"]
    return _canonical(document)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise KeyringMissing from None


def _canonical(document: object) -> bytes:
    return json.dumps(document, sort_keys=True, indent=1, ensure_ascii=True).encode()


def _document(keyring: Keyring) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        if isinstance(value, bytes):
            return base64.b64encode(value).decode()
        if isinstance(value, dict):
            return {name: plain(inner) for name, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [plain(inner) for inner in value]
        return value

    document = {"format": keyring.format, **plain(asdict(keyring))}
    if not document["secours"]:
        del document["secours"]  # the file of a cabinet without a sheet stays as it always was
    for slot in document["slots"]:
        if slot["actif"]:
            del slot["actif"]  # the file of a team without suspension stays as it always was
        for name in _OWN:
            if not slot[name]:
                del slot[name]  # and so does that of a team without own sheets
    return document


def _keyring(document: dict[str, Any]) -> Keyring:
    _need(set(document) | {"secours"} == {f.name for f in fields(Keyring)})
    slots, sheets = document["slots"], document.get("secours", [None])
    _need(isinstance(sheets, list) and 0 < len(sheets) <= MAX_SECOURS)
    _need(isinstance(slots, list) and 0 < len(slots) <= MAX_SLOTS)
    read = tuple(_slot(slot) for slot in slots)
    _need(len({slot.id for slot in read}) == len(read))
    return Keyring(
        store_id=_text(document["store_id"]),
        cabinet=_text(document["cabinet"]),
        generation=_count(document["generation"]),
        slots=read,
        mac=_binary(document["mac"], 32),
        secours=tuple(_secours(sheet) for sheet in sheets) if "secours" in document else (),
    )


def _secours(document: Any) -> Secours:
    _need(isinstance(document, dict) and set(document) == {f.name for f in fields(Secours)})
    public, database = (_binary(document[name], SIZES[name]) for name in ("public", "database"))
    return Secours(
        public,
        database,
        _text(document["le"]),
        MembreId(_text(document["par"])),
        _text(document["prouvee"]),
        _text(document["utilisee"]),
    )


def _slot(document: Any) -> Slot:
    _need(isinstance(document, dict))
    actif = "actif" not in document
    _need(actif or document.pop("actif") is False)
    _need(set(document) | {"actif", *_OWN} == {f.name for f in fields(Slot)})
    salt, public, private, database = (_binary(document[n], size) for n, size in SIZES.items())
    return Slot(
        MembreId(_text(document["id"])),
        _text(document["nom"]),
        _text(document["role"]),
        m=_count(document["m"]),
        t=_count(document["t"]),
        p=_count(document["p"]),
        salt=salt,
        public=public,
        private=private,
        database=database,
        actif=actif,
        anciennes=_several(document, "anciennes", _cle, MAX_CLES),
        feuilles=_several(document, "feuilles", _personnelle, MAX_SECOURS),
    )


def _several(
    document: dict[str, Any], name: str, read: Callable[[Any], _Read], most: int
) -> tuple[_Read, ...]:
    """Said in one way only: what is empty is not there."""
    if name not in document:
        return ()
    found = document[name]
    _need(isinstance(found, list) and 0 < len(found) <= most)
    return tuple(map(read, found))


def _personnelle(document: Any) -> Personnelle:
    _need(isinstance(document, dict) and set(document) == {f.name for f in fields(Personnelle)})
    return Personnelle(
        _binary(document["public"], SIZES["public"]),
        _several(document, "cles", _cle, MAX_CLES),
        _text(document["le"]),
        _text(document["prouvee"]),
        _text(document["utilisee"]),
    )


def _cle(document: Any) -> Cle:
    _need(isinstance(document, dict) and set(document) == {f.name for f in fields(Cle)})
    # A key is as long as the store's: it is sealed in a box of the same length.
    return Cle(
        _binary(document["public"], SIZES["public"]),
        _binary(document["private"], SIZES["database"]),
    )


def _need(ok: bool) -> None:  # noqa: FBT001  -- an assertion that stays under python -O
    if not ok:
        raise KeyringDamaged


def _text(value: Any) -> str:
    _need(isinstance(value, str) and len(value) <= MAX_TEXT)
    return str(value)


def _count(value: Any) -> int:
    _need(type(value) is int and 0 < value < MAX_COUNT)
    return int(value)


def _binary(value: Any, size: int) -> bytes:
    _need(isinstance(value, str) and len(value) <= 2 * size)
    try:
        content = base64.b64decode(value, validate=True)
    except ValueError:
        raise KeyringDamaged from None
    # Several spellings decode to the same bytes; only ours is the file that was signed.
    _need(len(content) == size and base64.b64encode(content).decode() == value)
    return content
