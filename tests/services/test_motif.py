"""A reason is a few words, never none."""

import pytest

from microstructure_desktop.services.motif import MOTIF_MAX, ReasonMissing, motif_problem


@pytest.mark.parametrize("motif", ["", "   ", "\n"])
def test_that_no_reason_is_said_to_be_missing(motif):
    assert motif_problem(motif) == ReasonMissing.sentence


def test_that_a_reason_is_short():
    assert motif_problem(" Oubli ") is None
    assert motif_problem("x" * MOTIF_MAX) is None
    assert "200" in motif_problem("x" * (MOTIF_MAX + 1))
