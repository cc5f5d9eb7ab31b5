"""The numbers of an axis, counted by hand, then for any values."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.charts.ticks import ticks


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], (0, 1)),
        ([0, 0], (0, 1)),
        ([1], (0, 1)),
        ([3], (0, 1, 2, 3)),
        ([6], (0, 2, 4, 6)),
        ([12, 24], (0, 5, 10, 15, 20, 25)),
        ([26], (0, 10, 20, 30)),
        ([142], (0, 50, 100, 150)),
        ([1234], (0, 500, 1000, 1500)),
        ([Decimal("91.2"), 8], (0, 20, 40, 60, 80, 100)),
        ([Decimal("0.4")], tuple(map(Decimal, ("0", "0.1", "0.2", "0.3", "0.4")))),
        ([Decimal(0)], tuple(map(Decimal, ("0", "0.2", "0.4", "0.6", "0.8", "1")))),
    ],
)
def test_that_numbers_are_nice(values, found):
    assert ticks(values) == found


def test_that_fewer_are_given_when_fewer_are_asked_for():
    assert ticks([24], most=4) == (0, 10, 20, 30)
    assert ticks([24], most=1) == (0, 50)


_COUNTS = st.lists(st.integers(0, 10**7), min_size=1)
_RATES = st.lists(st.decimals(0, 10**5, places=2, allow_nan=False), min_size=1)


@given(_COUNTS | _RATES, st.integers(1, 9))
def test_that_any_axis_goes_from_zero_in_equal_nice_steps_and_no_further(values, most):
    found = ticks(values, most)
    steps = {Decimal(b) - Decimal(a) for a, b in pairwise(found)}
    (step,) = steps
    assert found[0] == 0
    assert 1 <= len(found) - 1 <= most
    assert found[-1] >= max(values)
    assert found[-2] < max(values) or not any(values)
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    if all(isinstance(value, int) for value in values):
        assert all(isinstance(mark, int) for mark in found)
