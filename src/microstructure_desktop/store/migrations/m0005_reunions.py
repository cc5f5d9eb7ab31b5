"""Other meetings, trainings, what became of decisions, additions to closed minutes."""

from typing import Any

INFO = "every meeting and what follows from it"

LISTS = {
    "reunion": ("jour",),
    "formation": ("membre", "du"),
    "suite_donnee": ("patient",),
    "additif": ("synthese", "le"),
}
"""Each list of current state, and the columns it is clustered on before the record's id."""


def migrate(connection: Any) -> None:
    for name, key in LISTS.items():
        columns = "".join(f"{column} text not null, " for column in key)
        connection.execute(
            f"create table {name} ({columns}id text not null, head integer not null, "
            f"primary key ({', '.join([*key, 'id'])})) strict, without rowid"
        )
