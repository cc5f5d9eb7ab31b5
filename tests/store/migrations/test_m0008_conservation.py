"""A content may be emptied for a legal erasure alone, also inside a record of several people."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations.m0008_conservation import LISTS
from microstructure_desktop.store.rebuild import rebuild

REVISION = (
    "insert into revision values "
    "(1, 'r1', 'reunion', 'synthese', null, null, null, 'create', 'm', 'd', 1, 0, 0, '', "
    "x'01', '{}', x'02', x'03')"
)
EMPTY = "update revision set payload = null, salt = null where id = 'r1'"


@pytest.fixture
def migrated():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, rebuild)
    yield connection
    connection.close()


@pytest.mark.parametrize("name", LISTS)
def test_that_each_list_is_there_and_empty(migrated, name):
    assert migrated.execute(f"select count(*) from {name}").fetchone() == (0,)


def test_that_minutes_are_emptied_for_somebody_erased_alone(migrated):
    migrated.execute(REVISION)
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        migrated.execute(EMPTY)
    migrated.execute("insert into erasure values ('p', 0, 'm', 'duree')")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        migrated.execute(EMPTY)
    migrated.execute("insert into effacement values ('r1', 'p')")
    migrated.execute(EMPTY)
    assert migrated.execute("select payload, salt from revision").fetchone() == (None, None)


def test_that_nothing_else_of_such_a_revision_changes(migrated):
    migrated.execute(REVISION)
    migrated.execute("insert into erasure values ('p', 0, 'm', 'duree')")
    migrated.execute("insert into effacement values ('r1', 'p')")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        migrated.execute("update revision set payload = null, salt = null, author = 'x'")


def test_that_only_somebody_erased_can_be_named(migrated):
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        migrated.execute("insert into effacement values ('r1', 'personne')")


@pytest.mark.parametrize("sql", ["delete from effacement", "update effacement set patient = 'q'"])
def test_that_what_was_emptied_stays_said(migrated, sql):
    migrated.execute("insert into erasure values ('p', 0, 'm', 'duree')")
    migrated.execute("insert into effacement values ('r1', 'p')")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        migrated.execute(sql)
