"""A store has one cabinet."""

import pytest

from microstructure_desktop.domain.equipe import CycleForfait
from microstructure_desktop.store import tables
from microstructure_desktop.store.failures import RecordMissing
from tests import factories as make


def test_that_the_cabinet_is_replaced_not_added(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        with pytest.raises(RecordMissing):
            work.cabinet.get()
        work.cabinet.save(make.a_cabinet())
        work.cabinet.save(make.a_cabinet(nom="Cabinet du Port"))
        assert work.cabinet.get().nom == "Cabinet du Port"
        assert len(work.cabinet.all()) == 1
        assert len(work.revisions.history("cabinet")) == 2


def test_that_a_cabinet_saved_before_there_was_a_choice_counts_by_anniversary():
    kind = tables.CABINETS
    assert kind.decode(b'{"nom":"Les Lilas"}').cycle_forfait is CycleForfait.ANNIVERSAIRE
    assert kind.decode(b'{"nom":"A","cycle_forfait":"civil"}').cycle_forfait is CycleForfait.CIVIL
