"""The access log refuses to be altered, and lets go of a year-old beginning only."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations import m0004_acces
from microstructure_desktop.store.rebuild import rebuild

LINE = (
    "insert into acces (seq, device, dseq, at, membre, action, objet, detail, motif, mac) "
    "values (?, 'd', ?, ?, 'm', 'connexion', '', '', '', x'00')"
)
ANCHOR = "insert into acces_ancre values ('d', ?, x'00', ?, 0, x'00')"
YEAR = m0004_acces.KEPT


@pytest.fixture
def log():
    """Five lines: two a year old to the millisecond, three recent."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection, rebuild)
    for dseq, at in enumerate((0, 0, 1, 2, YEAR), start=1):
        connection.execute(LINE, (dseq, dseq, at))
    yield connection
    connection.close()


def left(connection):
    return [dseq for (dseq,) in connection.execute("select dseq from acces order by dseq")]


@pytest.mark.parametrize(
    "harm",
    [
        "delete from acces where dseq = 5",
        "delete from acces where dseq = 1",
        "update acces set membre = 'x'",
        "update acces set motif = 'x' where dseq = 5",
        "insert or replace into acces select * from acces where dseq = 4",
        "insert into acces select 9, device, 4, 2, '', '', null, '', '', '', x'00' from acces",
        "insert into acces_ancre values ('d', 5, x'00', 31536000000, 0, x'00')",
        "insert into acces_ancre values ('d', 3, x'00', 1, 0, x'00')",
        "insert into acces_ancre values ('d', 2, x'01', 0, 0, x'00')",
        "insert into acces_ancre values ('d', 9, x'00', 0, 0, x'00')",
    ],
)
def test_that_it_refuses(log, harm):
    with pytest.raises(dbapi2.IntegrityError):
        log.execute(harm)
    assert left(log) == [1, 2, 3, 4, 5]


def test_that_only_lines_behind_an_anchor_can_go_and_none_comes_back(log):
    log.execute(ANCHOR, (2, 0))
    log.execute("delete from acces where dseq <= 2")
    assert left(log) == [3, 4, 5]
    for harm in (
        "delete from acces where dseq = 3",
        "update acces_ancre set dseq = 3, derniere = 1",
        "update acces_ancre set dseq = 1, derniere = 0",
        "delete from acces_ancre",
        "insert or replace into acces_ancre values ('d', 3, x'00', 1, 0, x'00')",
    ):
        with pytest.raises(dbapi2.IntegrityError):
            log.execute(harm)
    with pytest.raises(dbapi2.IntegrityError):
        log.execute(LINE, (1, 1, 0))
    assert left(log) == [3, 4, 5]


def test_that_an_anchor_goes_forward_as_time_does(log):
    log.execute(ANCHOR, (2, 0))
    log.execute(LINE, (6, 6, YEAR + 1))
    log.execute("update acces_ancre set dseq = 3, derniere = 1")
    log.execute("delete from acces where dseq <= 3")
    assert left(log) == [4, 5, 6]


def test_that_a_page_of_anything_comes_from_an_index(log):
    for where in ("patient = 'p'", "membre = 'm'", "1"):
        query = f"select * from acces where {where} order by at desc, seq desc limit 5"
        plan = " ".join(str(row[3]) for row in log.execute(f"explain query plan {query}"))
        assert "using index acces_" in plan.casefold()
        assert "b-tree" not in plan.casefold()
