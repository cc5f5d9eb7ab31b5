"""The access log: lines that cannot be altered, and the anchor that stands for those pruned."""

from typing import Any

INFO = "the access log"
KEPT = 365 * 24 * 3600 * 1000
"""Milliseconds before the newest line during which none can be removed."""

# Time is that of the log itself: SQLite's clock is not the one the program was given.
_OLD_ENOUGH = f"""exists (
    select 1 from acces where device = new.device and dseq = new.dseq and mac = new.mac
    and at = new.derniere and at <= (select max(at) from acces) - {KEPT}
)"""  # noqa: S608 -- a number of our own

STATEMENTS = (
    """
    create table acces (
        seq integer primary key,
        device text not null,
        dseq integer not null,
        at integer not null,
        membre text not null,
        action text not null,
        patient text,
        objet text not null,
        detail text not null,
        motif text not null,
        mac blob not null
    ) strict
    """,
    "create unique index acces_device on acces (device, dseq)",
    "create index acces_at on acces (at)",
    "create index acces_patient on acces (patient, at) where patient is not null",
    "create index acces_membre on acces (membre, at)",
    "create index acces_objet on acces (objet, at) where objet <> ''",
    """
    create table acces_ancre (
        device text not null primary key,
        dseq integer not null,
        mac blob not null,
        derniere integer not null,
        le integer not null,
        sceau blob not null
    ) strict, without rowid
    """,
    """
    create trigger acces_no_replace before insert on acces
    when exists (
        select 1 from acces where seq = new.seq or (device = new.device and dseq = new.dseq)
    )
    begin select raise(abort, 'acces is append-only'); end
    """,
    """
    create trigger acces_no_return before insert on acces
    when exists (select 1 from acces_ancre where device = new.device and dseq >= new.dseq)
    begin select raise(abort, 'acces is append-only'); end
    """,
    """
    create trigger acces_no_update before update on acces
    begin select raise(abort, 'acces is append-only'); end
    """,
    """
    create trigger acces_no_delete before delete on acces
    when not exists (select 1 from acces_ancre where device = old.device and dseq >= old.dseq)
    begin select raise(abort, 'acces is append-only'); end
    """,
    f"""
    create trigger acces_ancre_old before insert on acces_ancre
    when not {_OLD_ENOUGH}
    begin select raise(abort, 'acces is kept for a year'); end
    """,
    f"""
    create trigger acces_ancre_forward before update on acces_ancre
    when not (new.device is old.device and new.dseq > old.dseq and {_OLD_ENOUGH})
    begin select raise(abort, 'acces is kept for a year'); end
    """,
    """
    create trigger acces_ancre_no_delete before delete on acces_ancre
    begin select raise(abort, 'acces_ancre is append-only'); end
    """,
)


def migrate(connection: Any) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
