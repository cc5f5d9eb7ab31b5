"""The first schema is final: a released store must open for ever."""

from sqlcipher3 import dbapi2

from microstructure_desktop.store.migrations import m0001_initial


def made():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    m0001_initial.migrate(connection)
    rows = connection.execute(
        "select type, name, sql from sqlite_schema where sql is not null order by type, name"
    ).fetchall()
    identity = connection.execute("pragma application_id").fetchone()[0]
    connection.close()
    return rows, identity


def test_that_the_database_says_whose_it_is():
    assert made()[1].to_bytes(4, "big") == b"MSMA"


def test_that_every_lasting_table_refuses_changes():
    triggers = {name for kind, name, _ in made()[0] if kind == "trigger"}
    assert triggers == {
        "definition_no_delete",
        "definition_no_update",
        "erasure_no_delete",
        "erasure_no_replace",
        "erasure_no_update",
        "revision_no_delete",
        "revision_no_replace",
        "revision_no_update",
    }


def test_that_every_table_is_strict_about_types():
    for kind, name, sql in made()[0]:
        if kind == "table":
            assert ") strict" in sql, name
