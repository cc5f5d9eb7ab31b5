"""Two billings of the same days never count together."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.services.facturation_unique import FactureDeuxFois, check_once
from tests import factories as make

FIRST = make.a_facturation(debut=date(2026, 2, 2), fin=date(2027, 2, 1))


def checked(store, other):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.facturations.save(FIRST)
        check_once(work, replace(other, id="other"))
        return work.facturations.all()


@pytest.mark.parametrize("debut", [date(2026, 2, 2), date(2027, 2, 1), date(2026, 6, 1)])
def test_that_the_same_days_are_refused(store, debut):
    with pytest.raises(FactureDeuxFois):
        checked(store, replace(FIRST, debut=debut, fin=date(2027, 5, 31)))


@pytest.mark.parametrize(
    "changes",
    [
        {"debut": date(2027, 2, 2), "fin": date(2028, 2, 1)},
        {"inclusion": "autre"},
        {"etat": EtatFacturation.ANNULEE},
        {"patient": "0192f0000000700080000000000000b2"},
    ],
)
def test_that_anything_else_is_let_in(store, changes):
    assert checked(store, replace(FIRST, **changes)) == [FIRST]
