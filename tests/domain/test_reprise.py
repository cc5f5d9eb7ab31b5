"""An import is a value that says what it created, and stands until it is undone."""

from dataclasses import replace
from datetime import UTC, datetime

from microstructure_desktop.domain.ids import LotId, MembreId
from microstructure_desktop.domain.reprise import Lot


def test_that_an_import_stands_until_it_is_undone():
    lot = Lot(LotId("l"), datetime(2026, 11, 22, 9, tzinfo=UTC), MembreId("m"), "CSV", 12)
    assert (lot.patients, lot.inclusions, lot.annule) == ((), (), False)
    assert replace(lot, annule=True) != lot
