"""A store of the version before gains empty lists."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations import m0005_reunions
from microstructure_desktop.store.rebuild import rebuild


@pytest.mark.parametrize("name", m0005_reunions.LISTS)
def test_that_each_list_is_there_and_empty(name):
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, rebuild)
    assert connection.execute(f"select count(*) from {name}").fetchone() == (0,)
    connection.close()
