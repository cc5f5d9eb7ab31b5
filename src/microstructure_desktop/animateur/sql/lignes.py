"""The rows of the bundles: what the four tables of each say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import insert, select

from microstructure_desktop.animateur.model import EtatPaquet
from microstructure_desktop.exchange.contents import (
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    LigneProfil,
)
from microstructure_desktop.exchange.profil import PROFIL_ENTRANTS, PROFIL_SORTANTS

from . import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection, Table

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.contents import Contenu

T = TypeVar("T")
_PROFILS = {
    PROFIL_ENTRANTS.nom: tables.profil_entrants,
    PROFIL_SORTANTS.nom: tables.profil_sortants,
}
_TABLES = (
    tables.activite,
    tables.forfaits,
    tables.file_active,
    tables.fonctionnement,
    *_PROFILS.values(),
)
_PAQUET = tables.paquet


@dataclass(frozen=True, slots=True)
class Ligne(Generic[T]):
    """A row that counts, the structure that sent it, and the month of its bundle."""

    structure: str
    periode: Mois
    valeur: T


class Lignes:
    """Only the rows that count are read: those of a bundle replaced stay, unread.

    What was told of a closed year is told once for ever: a correction takes none of it back.
    """

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def add(self, rang: int, contenu: Contenu) -> None:
        for table in _TABLES:
            names = [column.name for column in table.c if column.name != "paquet"]
            rows = [
                {"paquet": rang, **{name: getattr(row, name) for name in names}}
                for row in getattr(contenu, table.name)
            ]
            if rows:
                self._run(insert(table), rows)

    def activite(
        self, debut: Mois, fin: Mois, structure: str | None = None
    ) -> tuple[Ligne[LigneActivite], ...]:
        return self._of(tables.activite, LigneActivite, _between(debut, fin, structure))

    def forfaits(
        self, debut: Mois, fin: Mois, structure: str | None = None
    ) -> tuple[Ligne[LigneForfaits], ...]:
        return self._of(tables.forfaits, LigneForfaits, _between(debut, fin, structure))

    def file_active(
        self, debut: Mois, fin: Mois, structure: str | None = None
    ) -> tuple[Ligne[LigneFileActive], ...]:
        return self._of(tables.file_active, LigneFileActive, _between(debut, fin, structure))

    def fonctionnement(
        self, debut: Mois, fin: Mois, structure: str | None = None
    ) -> tuple[Ligne[LigneFonctionnement], ...]:
        return self._of(tables.fonctionnement, LigneFonctionnement, _between(debut, fin, structure))

    def profil(
        self, nom: str, annee: int, structure: str | None = None
    ) -> tuple[Ligne[LigneProfil], ...]:
        """What a table (`exchange.profil`) tells of a year, as each structure first told it."""
        table = _PROFILS[nom]
        columns = [column for column in table.c if column.name != "paquet"]
        where = table.c.annee == annee
        rows = self._run(
            select(_PAQUET.c.structure, _PAQUET.c.periode, table.c.paquet, *columns)
            .join(_PAQUET, table.c.paquet == _PAQUET.c.rang)
            .where(where if structure is None else where & (_PAQUET.c.structure == structure))
            .order_by(_PAQUET.c.structure, _PAQUET.c.rang, table.c.variable, table.c.modalite)
        ).all()
        first: dict[str, int] = {}
        for row in rows:
            first.setdefault(row[0], row[2])
        return tuple(
            Ligne(row[0], row[1], LigneProfil(*row[3:])) for row in rows if row[2] == first[row[0]]
        )

    def _of(
        self, table: Table, make: Callable[..., T], where: ColumnElement[bool]
    ) -> tuple[Ligne[T], ...]:
        columns = [column for column in table.c if column.name != "paquet"]
        rows = self._run(
            select(_PAQUET.c.structure, _PAQUET.c.periode, *columns)
            .join(_PAQUET, table.c.paquet == _PAQUET.c.rang)
            .where(_PAQUET.c.etat == EtatPaquet.RETENU, where)
            .order_by(_PAQUET.c.structure, _PAQUET.c.periode)
        )
        return tuple(Ligne(row[0], row[1], make(*row[2:])) for row in rows)


def _between(debut: Mois, fin: Mois, structure: str | None) -> ColumnElement[bool]:
    """The months between two, both included; of one structure or of all."""
    where = _PAQUET.c.periode.between(debut, fin)
    return where if structure is None else where & (_PAQUET.c.structure == structure)
