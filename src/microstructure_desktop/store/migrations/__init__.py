"""Bring a database to the current version: a straight list of steps, all in one transaction."""

from typing import Any

from . import m0001_initial

STEPS = (m0001_initial,)
CURRENT = len(STEPS)


def migrate(connection: Any) -> None:
    """Run the missing steps on a DBAPI connection; on any failure nothing has changed."""
    if connection.execute("pragma user_version").fetchone()[0] == CURRENT:
        return
    # Enforced references would empty children when a step rebuilds their parent's table.
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin exclusive")
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        for number, step in enumerate(STEPS[version:], start=version + 1):
            step.migrate(connection)
            connection.execute(f"pragma user_version = {number:d}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    connection.execute("pragma foreign_keys = on")
