"""A migration happens whole or not at all."""

from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.rebuild import rebuild


@pytest.fixture
def blank():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(connection):
    return {name for (name,) in connection.execute("select name from sqlite_schema")}


def version(connection):
    return connection.execute("pragma user_version").fetchone()[0]


def test_that_a_blank_database_comes_to_the_current_version(blank):
    migrations.migrate(blank, rebuild)
    assert version(blank) == migrations.CURRENT == len(migrations.STEPS)
    assert "revision" in tables(blank)
    assert blank.execute("pragma foreign_keys").fetchone() == (1,)


def test_that_migrating_again_changes_nothing(blank):
    migrations.migrate(blank, rebuild)
    before = tables(blank), blank.total_changes
    migrations.migrate(blank, rebuild)
    assert (tables(blank), blank.total_changes) == before


def test_that_a_step_that_fails_leaves_the_former_version(blank, monkeypatch):
    migrations.migrate(blank, rebuild)
    before, known = tables(blank), version(blank)

    def broken(connection):
        connection.execute("create table half (x)")
        connection.execute("drop table draft")
        connection.execute("create table half (x)")

    step = SimpleNamespace(migrate=broken)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "CURRENT", migrations.CURRENT + 1)
    with pytest.raises(dbapi2.OperationalError):
        migrations.migrate(blank, rebuild)
    assert tables(blank) == before
    assert version(blank) == known
    assert not blank.in_transaction


def test_that_only_missing_steps_are_run(blank, monkeypatch):
    migrations.migrate(blank, rebuild)
    step = SimpleNamespace(migrate=lambda c: c.execute("create table later (x)"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "CURRENT", migrations.CURRENT + 1)
    migrations.migrate(blank, rebuild)
    assert version(blank) == len(migrations.STEPS)
    assert {"later", "revision"} <= tables(blank)


def test_that_a_list_made_again_is_filled_again_in_the_same_transaction(blank, monkeypatch):
    asked = []
    step = SimpleNamespace(migrate=lambda c: c.execute("create table x (y)"), STALE=("patient",))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "CURRENT", migrations.CURRENT + 1)

    def refill(connection, names):
        asked.append((connection.in_transaction, "patient" in names))

    migrations.migrate(blank, refill)
    assert asked == [(True, True)]
