"""How names sound, beside how they are written, and people by their day of birth."""

from typing import Any

INFO = "search by sound"
STALE = ("patient",)

STATEMENTS = (
    "drop table patient",
    """
    create table patient (
        tri text not null,
        id text not null,
        head integer not null,
        numero integer not null,
        nom text not null,
        prenom text not null,
        naissance text not null,
        sexe text not null,
        recherche text not null,
        sons text not null,
        absorbe_par text,
        primary key (tri, id)
    ) strict, without rowid
    """,
    "create index patient_numero on patient (numero)",
    "create index patient_naissance on patient (naissance)",
)


def migrate(connection: Any) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
