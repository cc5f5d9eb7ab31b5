"""A store of the version before gains empty lists, and finds fiches by their day."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations import m0006_activite
from microstructure_desktop.store.rebuild import rebuild


@pytest.fixture
def migrated():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, rebuild)
    yield connection
    connection.close()


@pytest.mark.parametrize("name", m0006_activite.LISTS)
def test_that_each_list_is_there_and_empty(migrated, name):
    assert migrated.execute(f"select count(*) from {name}").fetchone() == (0,)


def test_that_the_fiches_of_a_period_are_found_by_an_index(migrated):
    plan = migrated.execute(
        "explain query plan select head from fiche where jour between '2026-01-01' and '2026-12-31'"
    ).fetchall()
    assert "INDEX fiche_jour" in plan[0][3]
