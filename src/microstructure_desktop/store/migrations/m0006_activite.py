"""Billing, closed months, the annual report; and what is counted is found by its day."""

from typing import Any

INFO = "figures of a period, without reading the years before it"

LISTS = {
    "facturation": ("patient", "debut"),
    "mois_clos": ("mois",),
    "commentaire": ("annee", "section"),
    "financement": ("du",),
    "divulgation": ("jour",),
}
"""Each list of current state, and the columns it is clustered on before the record's id."""


def migrate(connection: Any) -> None:
    for name, key in LISTS.items():
        columns = "".join(f"{column} text not null, " for column in key)
        connection.execute(
            f"create table {name} ({columns}id text not null, head integer not null, "
            f"primary key ({', '.join([*key, 'id'])})) strict, without rowid"
        )
    connection.execute("create index fiche_jour on fiche (jour)")
