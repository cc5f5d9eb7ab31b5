"""A step done stays done."""

from microstructure_desktop.domain.demarrage import Etape
from tests import factories as make


def test_that_a_step_says_who_did_it_and_when(store):
    made = Etape("convention", make.NOW.date(), make.AUTHOR, documents=("d1",))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.etapes.save(made)
        assert work.etapes.all() == [made]
