"""Revisions that cannot be altered, the current state they lead to, drafts and definitions."""

from typing import Any

INFO = "the first version of the store"
APPLICATION_ID = 0x4D534D41

APPEND_ONLY = """
create trigger {table}_no_delete before delete on {table}
begin select raise(abort, '{table} is append-only'); end
"""

STATEMENTS = (
    f"pragma application_id = {APPLICATION_ID}",
    """
    create table meta (
        key text not null primary key,
        value text not null
    ) strict, without rowid
    """,
    """
    create table revision (
        seq integer primary key,
        id text not null unique,
        entity text not null,
        kind text not null,
        patient text,
        form text,
        form_version integer,
        op text not null,
        author text not null,
        device text not null,
        dseq integer not null,
        at integer not null,
        hlc integer not null,
        parents text not null,
        salt blob,
        payload text,
        commitment blob not null,
        mac blob not null
    ) strict
    """,
    "create index revision_entity on revision (entity)",
    """
    create table erasure (
        patient text not null primary key,
        at integer not null,
        author text not null,
        reason text not null
    ) strict, without rowid
    """,
    # INSERT OR REPLACE would otherwise put another row in place of a revision.
    """
    create trigger revision_no_replace before insert on revision
    when exists (select 1 from revision where id = new.id or seq = new.seq)
    begin select raise(abort, 'revision is append-only'); end
    """,
    APPEND_ONLY.format(table="revision"),
    # Only a legal erasure may empty a content; its commitment stays, so the chain still holds.
    """
    create trigger revision_no_update before update on revision
    when not (
        new.payload is null and new.salt is null
        and exists (select 1 from erasure where patient = old.patient)
        and new.seq is old.seq and new.id is old.id and new.entity is old.entity
        and new.kind is old.kind and new.patient is old.patient and new.form is old.form
        and new.form_version is old.form_version and new.op is old.op
        and new.author is old.author and new.device is old.device and new.dseq is old.dseq
        and new.at is old.at and new.hlc is old.hlc and new.parents is old.parents
        and new.commitment is old.commitment and new.mac is old.mac
    )
    begin select raise(abort, 'revision is append-only'); end
    """,
    """
    create trigger erasure_no_replace before insert on erasure
    when exists (select 1 from erasure where patient = new.patient)
    begin select raise(abort, 'erasure is append-only'); end
    """,
    """
    create trigger erasure_no_update before update on erasure
    begin select raise(abort, 'erasure is append-only'); end
    """,
    APPEND_ONLY.format(table="erasure"),
    """
    create table draft (
        membre text not null,
        key text not null,
        payload text not null,
        at integer not null,
        primary key (membre, key)
    ) strict, without rowid
    """,
    """
    create table definition (
        form text not null,
        version integer not null,
        content text not null,
        primary key (form, version)
    ) strict, without rowid
    """,
    """
    create trigger definition_no_update before update on definition
    begin select raise(abort, 'definition is append-only'); end
    """,
    APPEND_ONLY.format(table="definition"),
    # Current state, one row per record, refreshed with every revision. Clustered in the order
    # people read it: a patient's rows follow each other on the disk.
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
        primary key (tri, id)
    ) strict, without rowid
    """,
    "create index patient_numero on patient (numero)",
    """
    create table inclusion (
        patient text not null,
        debut text not null,
        id text not null,
        head integer not null,
        programme text not null,
        fin text,
        primary key (patient, debut, id)
    ) strict, without rowid
    """,
    """
    create table consultation (
        patient text not null,
        jour text not null,
        heure text not null,
        id text not null,
        head integer not null,
        role text not null,
        type text not null,
        lieu text not null,
        issue text not null,
        duree integer not null,
        primary key (patient, jour, heure, id)
    ) strict, without rowid
    """,
    "create index consultation_activity on consultation (jour, role, type, lieu, issue, duree)",
    """
    create table rendez_vous (
        patient text not null,
        jour text not null,
        heure text not null,
        id text not null,
        head integer not null,
        primary key (patient, jour, heure, id)
    ) strict, without rowid
    """,
    "create index rendez_vous_jour on rendez_vous (jour, heure)",
    """
    create table question (
        patient text not null,
        posee_le text not null,
        id text not null,
        head integer not null,
        primary key (patient, posee_le, id)
    ) strict, without rowid
    """,
    """
    create table fiche (
        patient text not null,
        jour text not null,
        id text not null,
        head integer not null,
        primary key (patient, jour, id)
    ) strict, without rowid
    """,
    """
    create table synthese (
        jour text not null,
        id text not null,
        head integer not null,
        primary key (jour, id)
    ) strict, without rowid
    """,
    """
    create table envoi (
        sequence integer not null,
        id text not null,
        head integer not null,
        primary key (sequence, id)
    ) strict, without rowid
    """,
    """
    create table membre (
        id text not null primary key,
        head integer not null
    ) strict, without rowid
    """,
    """
    create table cabinet (
        id text not null primary key,
        head integer not null
    ) strict, without rowid
    """,
)


def migrate(connection: Any) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
