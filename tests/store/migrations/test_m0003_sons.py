"""People already registered are found by what their name sounds like."""

from sqlcipher3 import dbapi2

from microstructure_desktop.store import migrations
from microstructure_desktop.store.migrations import m0001_initial, m0002_equipe_et_patient
from microstructure_desktop.store.rebuild import rebuild
from microstructure_desktop.store.tables import PATIENT
from tests import factories as make

REVISION = (
    "insert into revision (seq, id, entity, kind, op, author, device, dseq, at, hlc, parents, "
    "salt, payload, commitment, mac) values (1, 'r', 'p', 'patient', 'create', 'a', 'd', 1, 0, 0, "
    "'', x'00', ?, x'00', x'00')"
)


def test_that_those_already_known_have_their_keys():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    m0001_initial.migrate(connection)
    m0002_equipe_et_patient.migrate(connection)
    connection.execute("pragma user_version = 2")
    connection.execute(REVISION, (PATIENT.encode(make.a_patient(nom="Dupond")).decode(),))
    migrations.migrate(connection, rebuild)
    assert connection.execute("select sons from patient").fetchall() == [(" dupon | elois | | ",)]
    plan = connection.execute(
        "explain query plan select id from patient where naissance in ('1984-03-07', '1984-07-03')"
    ).fetchall()
    assert "patient_naissance" in plan[0][3]
    connection.close()
