"""A merge remembers what each record said."""

from microstructure_desktop.domain.fusion import Fusion
from tests import factories as make


def test_that_both_records_are_remembered(store):
    one, other = make.a_patient(nom="Un"), make.a_patient(nom="Autre")
    made = Fusion("f", one.id, other.id, make.NOW, make.AUTHOR, (one, other), (("fiche", "x"),))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fusions.save(made)
        assert work.fusions.all() == [made]
