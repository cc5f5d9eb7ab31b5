"""An import remembers whom it created, and knows to whom something happened since."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.reprise import Lot
from tests import factories as make


def test_that_an_import_is_read_again(store):
    made = Lot("l", make.NOW, make.AUTHOR, "csv", 3, (make.PATIENT,))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.lots.save(made)
        assert work.lots.all() == [made]


@pytest.fixture
def imported(store):
    """Two patients, the first one included."""
    with store.begin(make.AUTHOR, make.NOW) as work:
        one = work.patients.add(make.a_patient(id="p1"))
        two = work.patients.add(make.a_patient(id="p2"))
        work.inclusions.save(make.an_inclusion(id="i1", patient="p1"))
    return Lot("l", make.NOW, make.AUTHOR, "CSV", 2, (one.id, two.id), ("i1",))


def touched(store, lot):
    with store.read() as work:
        return work.lots.touched(lot)


def test_that_nobody_is_touched_by_the_import_itself_nor_by_its_undoing(store, imported):
    assert touched(store, imported) == set()
    with store.begin(make.AUTHOR, make.NOW) as work:
        for entity in ("i1", "p1", "p2"):
            work.undoing.void(entity, "x")
        for entity in ("p1", "p2", "i1"):
            work.undoing.restore(entity)
    assert touched(store, imported) == set()


def test_that_a_session_an_edit_or_an_exit_touches(store, imported):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation(patient="p2"))
    assert touched(store, imported) == {"p2"}
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.inclusions.save(replace(work.inclusions.get("i1"), motif_sortie="DECES"))
    assert touched(store, imported) == {"p1", "p2"}


def test_that_an_episode_moved_to_another_record_touches_the_one_that_had_it(store, imported):
    with store.begin(make.AUTHOR, make.NOW) as work:
        for patient in ("p3", "p2"):
            work.inclusions.save(replace(work.inclusions.get("i1"), patient=patient))
    assert touched(store, imported) == {"p1", "p2"}


def test_that_a_corrected_identity_touches(store, imported):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.save(replace(work.patients.get("p2"), telephone="0612345678"))
    assert touched(store, imported) == {"p2"}
