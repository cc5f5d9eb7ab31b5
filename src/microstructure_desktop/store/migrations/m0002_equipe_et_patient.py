"""The team's days, what people object to, partners, documents, letters, merges and imports."""

from typing import Any

INFO = "the team and the patient"
STALE = ("patient",)
"""Lists made again with other columns, to fill from the revisions."""

LISTS = {
    "permanence": "membre text not null, depuis text not null",
    "absence": "membre text not null, du text not null",
    "declaration": "patient text not null, jour text not null",
    "bris_de_glace": "patient text not null, le text not null",
    "partenaire": "tri text not null",
    "intervenant": "patient text not null",
    "document": "patient text not null, jour text not null",
    "lettre": "patient text not null, jour text not null",
    "fusion": "garde text not null",
    "lot": "fait_le text not null",
    "etape": "",
}
"""Each list of current state, and the columns it is clustered on before the record's id."""

PATIENT = """
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
    absorbe_par text,
    primary key (tri, id)
) strict, without rowid
"""

PIECE = """
create table piece (
    id text not null primary key,
    patient text not null,
    contenu blob not null
) strict
"""

STATEMENTS = (
    "drop table patient",
    PATIENT,
    "create index patient_numero on patient (numero)",
    # A file number is given once, even when its record was taken back.
    """
    insert into meta (key, value) select 'numero', coalesce(max(numero), 0) from
        (select json_extract(payload, '$.numero') as numero from revision where kind = 'patient')
    """,
    PIECE,
    """
    create trigger piece_no_replace before insert on piece
    when exists (select 1 from piece where id = new.id)
    begin select raise(abort, 'piece is append-only'); end
    """,
    """
    create trigger piece_no_update before update on piece
    begin select raise(abort, 'piece is append-only'); end
    """,
    # Only a legal erasure may remove a content.
    """
    create trigger piece_no_delete before delete on piece
    when not exists (select 1 from erasure where patient = old.patient)
    begin select raise(abort, 'piece is append-only'); end
    """,
)


def migrate(connection: Any) -> None:
    for name, columns in LISTS.items():
        key = [column.split()[0] for column in columns.split(", ") if column]
        stated = f"{columns}, " if columns else ""
        connection.execute(
            f"create table {name} ({stated}id text not null, head integer not null, "
            f"primary key ({', '.join([*key, 'id'])})) strict, without rowid"
        )
    for statement in STATEMENTS:
        connection.execute(statement)
