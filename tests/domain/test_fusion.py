"""A merge can be undone for thirty days, once."""

from dataclasses import replace
from datetime import timedelta

from microstructure_desktop.domain.fusion import Fusion
from tests import factories as make


def test_that_a_merge_can_be_undone_for_thirty_days():
    two = make.a_patient(), make.a_patient()
    made = Fusion("f", two[0].id, two[1].id, make.NOW, make.AUTHOR, two)
    assert made.reversible(make.NOW + timedelta(days=30))
    assert not made.reversible(make.NOW + timedelta(days=30, seconds=1))
    assert not replace(made, annulee=True).reversible(make.NOW)
