"""Who is enrolled, with which key, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from microstructure_desktop.animateur.model import Cle, Structure

from . import tables

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from microstructure_desktop.domain.periods import Mois

_STRUCTURE, _CLE = tables.structure, tables.cle


class Structures:
    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self) -> tuple[Structure, ...]:
        """By code."""
        rows = self._run(select(_STRUCTURE).order_by(_STRUCTURE.c.id))
        return tuple(Structure(*row) for row in rows)

    def get(self, code: str) -> Structure | None:
        row = self._run(select(_STRUCTURE).where(_STRUCTURE.c.id == code)).one_or_none()
        return None if row is None else Structure(*row)

    def add(self, structure: Structure) -> None:
        """A cabinet enrolled for the first time."""
        self._run(
            insert(_STRUCTURE).values(
                id=structure.id,
                region=structure.region,
                nom=structure.nom,
                cle=structure.cle,
                convention=structure.convention,
                inscrite_le=structure.inscrite_le,
                depuis=structure.depuis,
                jusqua=structure.jusqua,
            )
        )
        self._add_key(structure.id, structure.cle, structure.inscrite_le)

    def rename(self, code: str, nom: str, convention: str) -> None:
        """What an enrolment file says beside its key."""
        self._change(code, nom=nom, convention=convention)

    def leave(self, code: str, jusqua: Mois | None) -> None:
        """The last month that is awaited, or None: it stays, or comes back."""
        self._change(code, jusqua=jusqua)

    def change_key(self, code: str, cle: str, le: date, *, perdue: bool) -> None:
        """Another key from now on; `perdue` says that the former one vouches for nothing."""
        current = (_CLE.c.structure == code) & (_CLE.c.retiree_le.is_(None))
        self._run(update(_CLE).where(current).values(retiree_le=le, perdue=perdue))
        if perdue:
            self._run(update(_CLE).where(_CLE.c.structure == code).values(perdue=True))
        self._change(code, cle=cle)
        self._add_key(code, cle, le)

    def keys(self, code: str) -> tuple[Cle, ...]:
        """Every key it had; the one in use has no end."""
        rows = self._run(select(_CLE).where(_CLE.c.structure == code).order_by(_CLE.c.depuis))
        return tuple(Cle(*row) for row in rows)

    def _add_key(self, code: str, cle: str, le: date) -> None:
        self._run(insert(_CLE).values(structure=code, cle=cle, depuis=le, perdue=False))

    def _change(self, code: str, **values: object) -> None:
        self._run(update(_STRUCTURE).where(_STRUCTURE.c.id == code).values(**values))
