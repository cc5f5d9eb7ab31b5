"""A list filled again says what the latest revisions say."""

from microstructure_desktop.store.rebuild import rebuild
from tests import factories as make


def test_that_a_list_comes_back_as_it_was_without_what_was_taken_back(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        kept = work.patients.add(make.a_patient(nom="Gardé"))
        gone = work.patients.add(make.a_patient(nom="Retiré"))
        work.patients.void(gone.id, "import annulé")
        work.inclusions.save(make.an_inclusion(patient=kept.id))
    before = store._raw.execute("select * from patient").fetchall()
    store._raw.execute("delete from patient")
    rebuild(store._raw, ["patient"])
    assert store._raw.execute("select * from patient").fetchall() == before
    assert len(before) == 1
    assert store.verify() == []
