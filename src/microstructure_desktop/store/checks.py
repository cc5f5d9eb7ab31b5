"""Every check of a database, each with its verdict, for the store and for its backups alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from microstructure_desktop.errors import AppError

from . import engine, guards
from .acces_chain import NOTHING, AccesChain, Head
from .chain import Chain
from .failures import KeyringFormer, StoreDamaged
from .migrations import CURRENT

LOG = "acces_"
"""How the code of anything that is wrong with the access log begins."""
_ACCES = "select 1 from sqlite_schema where name = 'acces'"


@dataclass(frozen=True, slots=True)
class Check:
    """`name` is the check's code, `failure` what it found.

    `warning`: what it found that locks nobody out, see `of_database`.
    """

    name: str
    failure: AppError | None = None
    warning: AppError | None = None

    @property
    def found(self) -> AppError | None:
        return self.failure or self.warning


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

    `confirmed`: the last line of the access log that the witness saw. An altered log is said, and
    refuses nothing.
    """
    yield run("structure", lambda: next(guards.structure(connection), None))
    yield run("integrite", lambda: next(guards.integrity(connection), None))
    version = connection.execute("pragma user_version").fetchone()[0]
    yield run("schema", lambda: next(guards.schema(connection, version), None))
    yield run("historique", lambda: chain.read(connection)[1])
    if version == CURRENT:
        yield run("listes", lambda: next(guards.projections(connection), None))
    if connection.execute(_ACCES).fetchone():
        yield _said_only(run("acces", lambda: acces.check(connection, confirmed)))


def _said_only(check: Check) -> Check:
    """Who altered the access log must not be able to keep the records from being copied."""
    found = check.failure
    if isinstance(found, StoreDamaged) and found.check.startswith(LOG):
        return Check(check.name, warning=found)
    return check


def warnings(found: Iterable[Check]) -> str:
    """What they found that refuses nothing; "" without any."""
    return " ".join(sentence(check.warning) for check in found if check.warning)


def sentence(failure: AppError) -> str:
    """What a check found, alone on its line; with what to do where nothing refuses to go on."""
    if isinstance(failure, StoreDamaged):
        return StoreDamaged.finding(failure.check)
    if isinstance(failure, KeyringFormer):
        return f"{failure.sentence} {failure.way_out}"
    return failure.sentence
