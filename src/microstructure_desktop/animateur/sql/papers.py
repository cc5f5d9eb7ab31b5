"""What was signed here: conventions, receipts; and what was refused."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from microstructure_desktop.animateur.model import AccuseEmis, ConventionFaite, Quarantaine
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange.accuse import Accuse

from . import tables

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection, Row

_CONVENTION, _ACCUSE, _QUARANTAINE = tables.convention, tables.accuse, tables.quarantaine
_SAID = tuple(field.name for field in fields(Accuse))
_REFUSED = tuple(column for column in _QUARANTAINE.c if column.name != "octets")


class Conventions:
    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self) -> tuple[ConventionFaite, ...]:
        """The first made first."""
        rows = self._run(select(_CONVENTION).order_by(_CONVENTION.c.numero))
        return tuple(map(_convention, rows))

    def current(self) -> ConventionFaite | None:
        """The latest."""
        found = self.all()
        return found[-1] if found else None

    def by(self, empreinte: str) -> ConventionFaite | None:
        chosen = select(_CONVENTION).where(_CONVENTION.c.empreinte == empreinte)
        row = self._run(chosen).one_or_none()
        return None if row is None else _convention(row)

    def add(self, made: ConventionFaite) -> None:
        self._run(
            insert(_CONVENTION).values(
                numero=made.convention.numero,
                empreinte=made.empreinte,
                octets=made.octets,
                faite_le=made.faite_le,
            )
        )


def _convention(row: Row[Any]) -> ConventionFaite:
    octets = bytes(row.octets)
    return ConventionFaite(convention_file.read(octets), row.empreinte, octets, row.faite_le)


class Accuses:
    """The last receipt of each bundle: a refusal may be followed by an acceptance."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self) -> tuple[AccuseEmis, ...]:
        rows = self._run(select(_ACCUSE).order_by(_ACCUSE.c.recu_le, _ACCUSE.c.paquet))
        return tuple(map(_accuse, rows))

    def last(self, paquet: str) -> AccuseEmis | None:
        row = self._run(select(_ACCUSE).where(_ACCUSE.c.paquet == paquet)).one_or_none()
        return None if row is None else _accuse(row)

    def put(self, emis: AccuseEmis) -> None:
        self._run(delete(_ACCUSE).where(_ACCUSE.c.paquet == emis.accuse.paquet))
        values = asdict(emis.accuse) | {"prochain_attendu": emis.accuse.prochain_attendu}
        self._run(insert(_ACCUSE).values(**values, nom=emis.nom, octets=emis.octets))


def _accuse(row: Row[Any]) -> AccuseEmis:
    accuse = Accuse(**{name: getattr(row, name) for name in _SAID})
    return AccuseEmis(accuse, row.nom, bytes(row.octets))


class Quarantaines:
    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self) -> tuple[Quarantaine, ...]:
        """The first refused first."""
        chosen = select(*_REFUSED).order_by(_QUARANTAINE.c.recu_le, _QUARANTAINE.c.empreinte)
        return tuple(Quarantaine(*row) for row in self._run(chosen))

    def get(self, empreinte: str) -> Quarantaine | None:
        chosen = select(*_REFUSED).where(_QUARANTAINE.c.empreinte == empreinte)
        row = self._run(chosen).one_or_none()
        return None if row is None else Quarantaine(*row)

    def octets(self, empreinte: str) -> bytes:
        chosen = select(_QUARANTAINE.c.octets).where(_QUARANTAINE.c.empreinte == empreinte)
        return bytes(self._run(chosen).scalar_one())

    def put(self, refused: Quarantaine, octets: bytes) -> None:
        """The same bytes are kept once; why they are refused may have changed."""
        if self.get(refused.empreinte) is None:
            values = asdict(refused) | {"periode": refused.periode}
            self._run(insert(_QUARANTAINE).values(**values, octets=octets))
        else:
            chosen = update(_QUARANTAINE).where(_QUARANTAINE.c.empreinte == refused.empreinte)
            self._run(chosen.values(motif=refused.motif))

    def drop(self, empreinte: str) -> None:
        self._run(delete(_QUARANTAINE).where(_QUARANTAINE.c.empreinte == empreinte))

    def forget(self, paquet: str) -> None:
        """Every copy of a bundle that was accepted since."""
        self._run(delete(_QUARANTAINE).where(_QUARANTAINE.c.paquet == paquet))
