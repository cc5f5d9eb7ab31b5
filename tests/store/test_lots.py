"""An import remembers whom it created."""

from microstructure_desktop.domain.reprise import Lot
from tests import factories as make


def test_that_an_import_is_read_again(store):
    made = Lot("l", make.NOW, make.AUTHOR, "csv", 3, (make.PATIENT,))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.lots.save(made)
        assert work.lots.all() == [made]
