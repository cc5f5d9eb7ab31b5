"""The outbox: sealed bytes that never change, what became of them, keys and conventions."""

from typing import Any

INFO = "what leaves the cabinet, until its receipt"

STATEMENTS = (
    """
    create table convention (
        recue_le text not null, id text not null, head integer not null,
        primary key (recue_le, id)
    ) strict, without rowid
    """,
    """
    create table cle_signature (
        creee_le text not null, id text not null, head integer not null,
        primary key (creee_le, id)
    ) strict, without rowid
    """,
    """
    create table canal (id text not null primary key, head integer not null)
    strict, without rowid
    """,
    """
    create table outbox (
        seq integer primary key,
        paquet text not null unique,
        periode text not null,
        sequence integer not null,
        remplace text,
        nom text not null,
        scelle_le integer not null,
        octets blob not null,
        etat text not null,
        prochain_essai integer,
        essais integer not null,
        canal text,
        accuse blob
    ) strict
    """,
    """
    create trigger outbox_sealed before update on outbox
    when new.paquet is not old.paquet or new.periode is not old.periode
        or new.sequence is not old.sequence or new.remplace is not old.remplace
        or new.nom is not old.nom or new.scelle_le is not old.scelle_le
        or new.octets is not old.octets or new.seq is not old.seq
    begin select raise(abort, 'what is sealed never changes'); end
    """,
    """
    create trigger outbox_no_delete before delete on outbox
    begin select raise(abort, 'what is sealed never changes'); end
    """,
    """
    create table outbox_journal (
        seq integer primary key,
        paquet text not null references outbox (paquet),
        quand integer not null,
        canal text not null,
        resultat text not null,
        detail text not null
    ) strict
    """,
    "create index outbox_journal_paquet on outbox_journal (paquet)",
    """
    create trigger outbox_journal_no_update before update on outbox_journal
    begin select raise(abort, 'outbox_journal is append-only'); end
    """,
    """
    create trigger outbox_journal_no_delete before delete on outbox_journal
    begin select raise(abort, 'outbox_journal is append-only'); end
    """,
)


def migrate(connection: Any) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
