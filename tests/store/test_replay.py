"""An old copy forgets whoever was erased since, and nobody else."""

from datetime import UTC, date, datetime

from microstructure_desktop.store import erased
from microstructure_desktop.store.replay import replay
from tests import factories as make

LE = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_that_an_empty_copy_has_nobody_to_forget(store):
    register = [erased.Efface(LE, erased.fingerprint("inconnu"))]
    assert replay(store, register, AT).patients == ()


def test_that_it_forgets_those_alone_that_the_register_knows(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        gone, other = (work.patients.add(make.a_patient(nom=nom)) for nom in ("Parti", "Reste"))
    register = [erased.Efface(LE, erased.fingerprint(gone.id))]
    assert replay(store, register, AT).patients == (gone.id,)
    with store.read() as work:
        assert work.patients.all() == [other]
    assert store.verify() == []
    assert replay(store, register, AT).patients == ()
