"""Bring a database to the current version: a straight list of steps, all in one transaction."""

from collections.abc import Callable, Iterable
from typing import Any

from . import (
    m0001_initial,
    m0002_equipe_et_patient,
    m0003_sons,
    m0004_acces,
    m0005_reunions,
    m0006_activite,
    m0007_envois,
    m0008_conservation,
)

STEPS = (
    m0001_initial,
    m0002_equipe_et_patient,
    m0003_sons,
    m0004_acces,
    m0005_reunions,
    m0006_activite,
    m0007_envois,
    m0008_conservation,
)
CURRENT = len(STEPS)


Refill = Callable[[Any, Iterable[str]], None]
"""Fills the lists of these names again, from the revisions."""


def migrate(connection: Any, refill: Refill, to: int | None = None) -> None:
    """Run the missing steps on a DBAPI connection; on any failure nothing has changed.

    A step that makes a list again names it in `STALE`. `to`: the version to stop at.
    """
    to = CURRENT if to is None else to
    if connection.execute("pragma user_version").fetchone()[0] == to:
        return
    # Enforced references would empty children when a step rebuilds their parent's table.
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin exclusive")
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        stale: set[str] = set()
        for number, step in enumerate(STEPS[version:to], start=version + 1):
            step.migrate(connection)
            stale.update(getattr(step, "STALE", ()))
            connection.execute(f"pragma user_version = {number:d}")
        refill(connection, stale)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    connection.execute("pragma foreign_keys = on")
