"""What somebody with the key does to the access log without the program."""


def tamper(store, *statements):
    """Past the triggers, which are put back: the schema then says nothing."""
    raw = store._raw
    kept = raw.execute(
        "select name, sql from sqlite_schema where type = 'trigger' and name like 'acces%'"
    ).fetchall()
    for name, _ in kept:
        raw.execute(f"drop trigger {name}")
    try:
        for statement in statements:
            raw.execute(statement)
    finally:
        for _, sql in kept:
            raw.execute(sql)


def alter(store):
    """One line is not what was written any more."""
    tamper(store, "update acces set motif = 'Autre' where dseq = (select min(dseq) from acces)")
