"""The keys of the history's chains, which outlive the store's own key."""

from collections.abc import Iterable
from typing import Any, Protocol

from .keys import DatabaseKey

KEPT = {
    "revision": "chaine_revision",
    "acces": "chaine_acces",
    "acces/ancre": "chaine_acces_ancre",
}
"""What each key is for, and where it stands in `meta` once the store's key was changed."""
FORMER = "anciennes_cles"
_META = "select key, value from meta"
_KEEP = "insert or replace into meta (key, value) values (?, ?)"


class Derives(Protocol):
    """Whatever has a key for each purpose."""

    def derive(self, purpose: str) -> bytes: ...


class ChainKeys:
    """Those that were kept, else those that the store's key gives."""

    __slots__ = ("_kept", "_key")

    def __init__(self, connection: Any, key: DatabaseKey) -> None:
        meta = dict(connection.execute(_META))
        self._key = key
        self._kept = {purpose: meta[name] for purpose, name in KEPT.items() if name in meta}

    def derive(self, purpose: str) -> bytes:
        kept = self._kept.get(purpose)
        return bytes.fromhex(kept) if kept else self._key.derive(purpose)

    def __repr__(self) -> str:
        return "ChainKeys(…)"


def keep(connection: Any, former: DatabaseKey, others: Iterable[DatabaseKey] = ()) -> None:
    """Under another key the history goes on with these: what was printed of it stays true.

    `others`: earlier keys of the same store that this copy of it cannot know.
    """
    known = ChainKeys(connection, former)
    keys = [(name, known.derive(purpose).hex()) for purpose, name in KEPT.items()]
    gone = [key.raw.hex() for key in (*former_keys(connection), *others, former)]
    connection.executemany(_KEEP, [*keys, (FORMER, " ".join(dict.fromkeys(gone)))])


def former_keys(connection: Any) -> tuple[DatabaseKey, ...]:
    """The store's earlier keys: old backups are still under them."""
    text = dict(connection.execute(_META)).get(FORMER, "")
    return tuple(DatabaseKey(bytes.fromhex(one)) for one in text.split())
