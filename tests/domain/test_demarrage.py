"""A step is to be done until a day says otherwise."""

from microstructure_desktop.domain.demarrage import Etape


def test_that_a_step_begins_undone():
    assert Etape("convention").faite_le is None
