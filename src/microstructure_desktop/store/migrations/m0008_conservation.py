"""What is kept how long and why, on which supports, and the contents erased inside a record."""

from typing import Any

INFO = "backups, retention and erasure"

LISTS = {
    "conservation": "patient text not null, jour text not null",
    "demande": "patient text not null, jour text not null",
    "exercice": "le text not null",
    "support": "",
    "dossier_legal": "",
}
"""Each list of current state, and the columns it is clustered on before the record's id."""

STATEMENTS = (
    # A record about several people (minutes, a merge) is written again without the one erased;
    # what it said before is emptied, revision by revision.
    """
    create table effacement (
        revision text not null primary key,
        patient text not null references erasure (patient)
    ) strict, without rowid
    """,
    """
    create trigger effacement_no_replace before insert on effacement
    when exists (select 1 from effacement where revision = new.revision)
    begin select raise(abort, 'effacement is append-only'); end
    """,
    """
    create trigger effacement_no_update before update on effacement
    begin select raise(abort, 'effacement is append-only'); end
    """,
    """
    create trigger effacement_no_delete before delete on effacement
    begin select raise(abort, 'effacement is append-only'); end
    """,
    "drop trigger revision_no_update",
    # Only a legal erasure may empty a content; its commitment stays, so the chain still holds.
    """
    create trigger revision_no_update before update on revision
    when not (
        new.payload is null and new.salt is null
        and (
            exists (select 1 from erasure where patient = old.patient)
            or exists (select 1 from effacement where revision = old.id)
        )
        and new.seq is old.seq and new.id is old.id and new.entity is old.entity
        and new.kind is old.kind and new.patient is old.patient and new.form is old.form
        and new.form_version is old.form_version and new.op is old.op
        and new.author is old.author and new.device is old.device and new.dseq is old.dseq
        and new.at is old.at and new.hlc is old.hlc and new.parents is old.parents
        and new.commitment is old.commitment and new.mac is old.mac
    )
    begin select raise(abort, 'revision is append-only'); end
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
