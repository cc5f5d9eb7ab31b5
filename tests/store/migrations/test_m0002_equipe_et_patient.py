"""A store of the first version keeps its people and their numbers."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations import m0001_initial
from microstructure_desktop.store.rebuild import rebuild
from microstructure_desktop.store.tables import PATIENT
from tests import factories as make

REVISION = (
    "insert into revision (seq, id, entity, kind, op, author, device, dseq, at, hlc, parents, "
    "salt, payload, commitment, mac) values (?, ?, ?, 'patient', ?, 'a', 'd', ?, 0, 0, '', "
    "x'00', ?, x'00', x'00')"
)


@pytest.fixture
def first():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    m0001_initial.migrate(connection)
    connection.execute("pragma user_version = 1")
    yield connection
    connection.close()


def told(connection, seq, patient, op="create"):
    payload = PATIENT.encode(patient).decode()
    connection.execute(REVISION, (seq, f"r{seq}", patient.id, op, seq, payload))


def test_that_people_are_listed_again_under_their_numbers(first):
    told(first, 1, make.a_patient(numero=1, nom="Avant"))
    told(first, 2, make.a_patient(numero=2, nom="Bernard"))
    migrations.migrate(first, rebuild)
    rows = first.execute("select nom, numero, absorbe_par from patient order by tri").fetchall()
    assert rows == [("Avant", 1, None), ("Bernard", 2, None)]
    assert first.execute("select value from meta where key = 'numero'").fetchone() == ("2",)


def test_that_the_content_of_a_document_cannot_be_changed_nor_removed(first):
    migrations.migrate(first, rebuild)
    first.execute("insert into piece values ('d1', 'p1', x'25')")
    for statement in (
        "update piece set contenu = x'26'",
        "delete from piece",
        "insert or replace into piece values ('d1', 'p1', x'26')",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="append-only"):
            first.execute(statement)


def test_that_a_legal_erasure_removes_a_content(first):
    migrations.migrate(first, rebuild)
    first.execute("insert into piece values ('d1', 'p1', x'25')")
    first.execute("insert into erasure values ('p1', 0, 'a', 'demande')")
    first.execute("delete from piece where patient = 'p1'")
    assert first.execute("select count(*) from piece").fetchone() == (0,)
