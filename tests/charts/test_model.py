"""What is known of a chart, and the share that each step keeps."""

from dataclasses import replace

import pytest

from microstructure_desktop.charts.model import Point, Unite, provisoire, valeurs

from .cases import barres, cascade, courbe, rangee


def test_that_a_step_keeps_a_share_of_the_one_before():
    shown = cascade()
    assert [shown.part(at) for at in range(4)] == [None, 75, 50, None]


@pytest.mark.parametrize(
    ("before", "here", "part"),
    [(8, 1, 13), (3, 1, 33), (0, 0, None), (None, 4, None), (2, 3, 150), (5, 0, 0)],
)
def test_that_halves_go_up_and_nothing_is_divided_by_zero(before, here, part):
    assert cascade(Point(before), Point(here)).part(1) == part


def test_that_shares_may_be_given_with_the_steps():
    given = replace(cascade(), parts=(90, 60, None, 10))
    assert [given.part(at) for at in range(4)] == [None, 60, None, 10]


def test_that_what_is_missing_is_not_a_value():
    assert valeurs(courbe()) == [12, 15, 20, 9, 10, 8, 11]
    assert valeurs(barres(rangee("", None, 0, None))) == [0]


def test_that_one_provisional_point_is_enough():
    assert provisoire(courbe())
    assert not provisoire(barres())


def test_that_a_sign_has_no_plural():
    assert Unite("%", "%").signe
    assert not Unite("patient").signe
