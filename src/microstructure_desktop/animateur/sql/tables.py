"""The tables of the register, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from microstructure_desktop.animateur.model import EtatPaquet
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe, Statut

VERSION = 1
HEX, CODE, MONTH, LABEL, PERIOD, GROUP, NAME = 64, 40, 7, 24, 15, 60, 200

metadata = MetaData()


class MonthText(TypeDecorator[Mois]):
    """A month, written AAAA-MM."""

    impl = String(MONTH)
    cache_ok = True

    def process_bind_param(self, value: Mois | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Mois | None:  # noqa: ARG002
        return None if value is None else Mois.lire(value)


class Listed(TypeDecorator[StrEnum]):
    """One value of a closed list, as its text."""

    impl = String(LABEL)
    cache_ok = True

    def __init__(self, values: type[StrEnum]) -> None:
        super().__init__()
        self.values = values

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.values(value)


class Cents(TypeDecorator[Decimal]):
    """An amount in euros, kept as whole cents: SQLite has no decimals."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else int(value * 100)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value) / 100


version = Table(
    "version",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("numero", Integer, nullable=False),
)

convention = Table(
    "convention",
    metadata,
    Column("numero", Integer, primary_key=True, autoincrement=False),
    Column("empreinte", String(HEX), nullable=False, unique=True),
    Column("octets", LargeBinary, nullable=False),
    Column("faite_le", Date, nullable=False),
)

structure = Table(
    "structure",
    metadata,
    Column("id", String(CODE), primary_key=True),
    Column("region", String(CODE), nullable=False),
    Column("nom", String(NAME), nullable=False),
    Column("cle", String(HEX), nullable=False),
    Column("convention", ForeignKey(convention.c.empreinte), nullable=False),
    Column("inscrite_le", Date, nullable=False),
    Column("depuis", MonthText, nullable=False),
    Column("jusqua", MonthText),
)

cle = Table(
    "cle",
    metadata,
    Column("structure", ForeignKey(structure.c.id), primary_key=True),
    Column("cle", String(HEX), primary_key=True),
    Column("depuis", Date, nullable=False),
    Column("retiree_le", Date),
    Column("perdue", Boolean, nullable=False),
)

paquet = Table(
    "paquet",
    metadata,
    Column("rang", Integer, primary_key=True),
    Column("id", String(HEX), nullable=False, unique=True),
    Column("structure", ForeignKey(structure.c.id), nullable=False),
    Column("periode", MonthText, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("remplace", String(HEX)),
    Column("etat", Listed(EtatPaquet), nullable=False),
    Column("recu_le", Date, nullable=False),
    Column("canal", String(LABEL), nullable=False),
    Column("empreinte", String(HEX), nullable=False, index=True),
    Column("octets", LargeBinary, nullable=False),
    UniqueConstraint("structure", "sequence"),
)
_retenu = paquet.c.etat == EtatPaquet.RETENU
Index(
    "paquet_retenu",
    paquet.c.structure,
    paquet.c.periode,
    unique=True,
    sqlite_where=_retenu,
    postgresql_where=_retenu,
)
"""The database itself refuses two bundles that would both count for one month."""


def _of_paquet() -> Column[int]:
    return Column("paquet", ForeignKey(paquet.c.rang), primary_key=True)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


activite = Table(
    "activite",
    metadata,
    _of_paquet(),
    Column("mois", String(PERIOD), primary_key=True),
    Column("acteur", Listed(Acteur), primary_key=True),
    Column("acte", Listed(NatureActe), primary_key=True),
    Column("modalite", Listed(Modalite), primary_key=True),
    _count("nombre"),
    _count("minutes"),
)

forfaits = Table(
    "forfaits",
    metadata,
    _of_paquet(),
    Column("mois", String(PERIOD), nullable=False),
    _count("ouverts_cumul_annee"),
    _count("en_cours"),
    _count("clos_cumul_annee"),
    Column("montant_unitaire_eur", Cents, primary_key=True),
    _count("prest_mg"),
    _count("prest_psy"),
    _count("prest_ts"),
)

file_active = Table(
    "file_active",
    metadata,
    _of_paquet(),
    Column("mois", String(PERIOD), nullable=False),
    Column("file_active", Integer),
    Column("cumul_annee", Integer),
    Column("statut", Listed(Statut), nullable=False),
)

fonctionnement = Table(
    "fonctionnement",
    metadata,
    _of_paquet(),
    Column("mois", String(PERIOD), nullable=False),
    _count("reunions"),
    _count("participants_total"),
    _count("psychiatre_minutes"),
    Column("formations", Integer),
)


def _profil(name: str) -> Table:
    return Table(
        name,
        metadata,
        _of_paquet(),
        Column("annee", Integer, primary_key=True, autoincrement=False),
        Column("variable", String(CODE), primary_key=True),
        _count("niveau"),
        Column("modalite", String(GROUP), primary_key=True),
        _count("n"),
    )


profil_entrants, profil_sortants = _profil("profil_entrants"), _profil("profil_sortants")

accuse = Table(
    "accuse",
    metadata,
    Column("paquet", String(HEX), primary_key=True),
    Column("structure", String(CODE), nullable=False),
    Column("etat", Listed(EtatAccuse), nullable=False),
    Column("motif", String(CODE), nullable=False),
    Column("recu_le", Date, nullable=False),
    Column("prochain_attendu", MonthText),
    Column("nom", String(NAME), nullable=False),
    Column("octets", LargeBinary, nullable=False),
)

quarantaine = Table(
    "quarantaine",
    metadata,
    Column("empreinte", String(HEX), primary_key=True),
    Column("nom", String(NAME), nullable=False),
    Column("motif", String(CODE), nullable=False),
    Column("recu_le", Date, nullable=False),
    Column("canal", String(LABEL), nullable=False),
    Column("paquet", String(HEX)),
    Column("structure", String(CODE)),
    Column("periode", MonthText),
    Column("octets", LargeBinary, nullable=False),
)
