"""The bundles accepted, and which of them counts for its month."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from microstructure_desktop.animateur.model import EtatPaquet, Paquet

from . import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from microstructure_desktop.domain.periods import Mois

_PAQUET = tables.paquet
_COLUMNS = tuple(
    column for column in _PAQUET.c if column.name not in {"rang", "empreinte", "octets"}
)
_RETENU = _PAQUET.c.etat == EtatPaquet.RETENU


class Paquets:
    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self) -> tuple[Paquet, ...]:
        """The first received first."""
        return self._list(_PAQUET.c.rang.is_not(None))

    def of(self, structure: str) -> tuple[Paquet, ...]:
        return self._list(_PAQUET.c.structure == structure)

    def heads(self, structure: str | None = None) -> tuple[Paquet, ...]:
        """Those that count, one for each month of a structure, or of all."""
        if structure is None:
            return self._list(_RETENU)
        return self._list(_RETENU & (_PAQUET.c.structure == structure))

    def get(self, ident: str) -> Paquet | None:
        return self._one(_PAQUET.c.id == ident)

    def by_bytes(self, empreinte: str) -> Paquet | None:
        """The one that came as these very bytes, by their SHA-256."""
        return self._one(_PAQUET.c.empreinte == empreinte)

    def head(self, structure: str, periode: Mois) -> Paquet | None:
        return self._one(
            _RETENU & (_PAQUET.c.structure == structure) & (_PAQUET.c.periode == periode)
        )

    def at(self, structure: str, sequence: int) -> Paquet | None:
        return self._one((_PAQUET.c.structure == structure) & (_PAQUET.c.sequence == sequence))

    def octets(self, ident: str) -> bytes:
        """The sealed bytes as they came: the proof of what was sent."""
        found = self._run(select(_PAQUET.c.octets).where(_PAQUET.c.id == ident))
        return bytes(found.scalar_one())

    def add(self, paquet: Paquet, octets: bytes) -> int:
        """What its rows will refer to it by."""
        empreinte = hashlib.sha256(octets).hexdigest()
        values = asdict(paquet) | {"empreinte": empreinte, "octets": octets}
        values["periode"] = paquet.periode
        made = self._run(insert(_PAQUET).values(values)).inserted_primary_key
        assert made is not None
        return int(made[0])

    def supersede(self, ident: str) -> None:
        """It stays, and counts no more."""
        chosen = update(_PAQUET).where(_PAQUET.c.id == ident)
        self._run(chosen.values(etat=EtatPaquet.REMPLACE))

    def _list(self, where: ColumnElement[bool]) -> tuple[Paquet, ...]:
        rows = self._run(select(*_COLUMNS).where(where).order_by(_PAQUET.c.rang))
        return tuple(Paquet(*row) for row in rows)

    def _one(self, where: ColumnElement[bool]) -> Paquet | None:
        row = self._run(select(*_COLUMNS).where(where)).one_or_none()
        return None if row is None else Paquet(*row)
