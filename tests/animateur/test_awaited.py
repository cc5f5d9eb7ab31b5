"""Which months are awaited, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.animateur import awaited, enrol
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.domain.periods import Mois

from .cases import FEVRIER, JANVIER, JOUR, MARS

STRUCTURE = Structure("A", "OCC", "Nom", "", "", JOUR, FEVRIER)


def test_that_months_go_from_one_to_another():
    assert list(awaited.months(Mois(2025, 12), FEVRIER)) == [Mois(2025, 12), JANVIER, FEVRIER]
    assert list(awaited.months(FEVRIER, JANVIER)) == []


def test_that_only_a_month_that_is_over_is_awaited():
    assert awaited.last_over(date(2026, 1, 1)) == Mois(2025, 12)
    assert awaited.last_over(date(2026, 1, 31)) == Mois(2025, 12)


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2026, 2, 15), False), (date(2026, 2, 16), True), (date(2026, 1, 31), False)],
)
def test_that_a_month_is_due_the_day_after_the_day_agreed(today, due):
    assert awaited.is_due(JANVIER, today, 15) is due


def test_that_nothing_is_awaited_before_nor_after():
    assert [awaited.expects(STRUCTURE, m) for m in (JANVIER, FEVRIER, MARS)] == [False, True, True]
    left = replace(STRUCTURE, jusqua=FEVRIER)
    assert [awaited.expects(left, m) for m in (FEVRIER, MARS)] == [True, False]


def test_that_the_first_month_that_is_not_here_is_told(region):
    cabinet = region.cabinet()
    with region.register.read() as work:
        assert awaited.first(work, cabinet.code) == JANVIER
        assert awaited.first(work, "OCC-99-999") is None
    region.send(cabinet)
    region.send(cabinet, MARS)
    enrol.retirer(region.register, cabinet.code, MARS)
    with region.register.read() as work:
        assert awaited.first(work, cabinet.code) == FEVRIER
    region.send(cabinet, FEVRIER)
    with region.register.read() as work:
        assert awaited.first(work, cabinet.code) is None
