"""What was billed bills its cycle until it is taken back."""

from dataclasses import replace

from microstructure_desktop.domain.facturation import EtatFacturation
from tests import factories as make


def test_that_a_list_taken_back_bills_nothing():
    billed = make.a_facturation()
    states = {e: replace(billed, etat=e).compte for e in EtatFacturation}
    assert states == {
        EtatFacturation.PREPAREE: True,
        EtatFacturation.TRANSMISE: True,
        EtatFacturation.ANNULEE: False,
    }
