"""Every check of a database, each with its verdict, for the store and for its backups alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from microstructure_desktop.errors import AppError

from . import engine, guards
from .acces_chain import NOTHING, AccesChain, Head
from .chain import Chain
from .failures import StoreDamaged
from .migrations import CURRENT

_ACCES = "select 1 from sqlite_schema where name = 'acces'"


@dataclass(frozen=True, slots=True)
class Check:
    """`name` is the check's code, `failure` what it found."""

    name: str
    failure: AppError | None = None


def run(name: str, check: Callable[[], str | None]) -> Check:
    """One check, which gives the code of what it found, or raises it."""
    try:
        with engine.translated():
            found = check()
    except AppError as failure:
        return Check(name, failure)
    return Check(name, StoreDamaged(found) if found else None)


def of_database(
    connection: Any, chain: Chain, acces: AccesChain, confirmed: Head = NOTHING
) -> Iterator[Check]:
    """Those that need nothing but the database and its key, whatever its version.

    `confirmed`: the last line of the access log that the witness saw.
    """
    yield run("structure", lambda: next(guards.structure(connection), None))
    yield run("integrite", lambda: next(guards.integrity(connection), None))
    version = connection.execute("pragma user_version").fetchone()[0]
    yield run("schema", lambda: next(guards.schema(connection, version), None))
    yield run("historique", lambda: chain.read(connection)[1])
    if version == CURRENT:
        yield run("listes", lambda: next(guards.projections(connection), None))
    if connection.execute(_ACCES).fetchone():
        yield run("acces", lambda: acces.check(connection, confirmed))


def sentence(failure: AppError) -> str:
    """What a check found, alone on its line."""
    return (
        StoreDamaged.finding(failure.check)
        if isinstance(failure, StoreDamaged)
        else failure.sentence
    )
