"""A store of the version before gains an empty outbox, closed to whoever would rewrite it."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.rebuild import rebuild


@pytest.fixture
def migrated():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, rebuild)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "name", ["convention", "cle_signature", "canal", "outbox", "outbox_journal"]
)
def test_that_each_list_is_there_and_empty(migrated, name):
    assert migrated.execute(f"select count(*) from {name}").fetchone() == (0,)


def test_that_an_attempt_belongs_to_something_sealed(migrated):
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        migrated.execute("insert into outbox_journal values (1, 'ab', 0, 'c', 'depose', '')")
