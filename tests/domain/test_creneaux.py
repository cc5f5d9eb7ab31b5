"""Free minutes, counted by hand; and nothing given twice, whatever is taken."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.creneaux import JOURNEE, Plage, heure, libres, minutes

AFTERNOON = Plage.entre(time(14), time(17))


def spans(*found):
    return [f"{heure(p.debut):%H:%M}-{heure(p.fin):%H:%M}" for p in found]


def test_that_three_hours_are_four_sessions_of_45_minutes():
    assert spans(*libres(AFTERNOON, (), 45)) == [
        "14:00-14:45", "14:45-15:30", "15:30-16:15", "16:15-17:00",
    ]  # fmt: skip


def test_that_three_hours_are_six_half_hours():
    assert len(libres(AFTERNOON, (), 30)) == 6


def test_that_slots_go_on_from_the_end_of_what_is_taken():
    taken = (Plage.de(time(14, 30), 45), Plage.de(time(16, 40), 30))
    # 16:00-16:40 is 40 minutes, kept as it is; nothing is left after 17:10
    assert spans(*libres(AFTERNOON, taken, 45)) == ["14:00-14:30", "15:15-16:00", "16:00-16:40"]


def test_that_a_remainder_under_half_an_hour_is_not_offered():
    assert spans(*libres(AFTERNOON, [Plage.de(time(14), 155)], 45)) == []
    assert spans(*libres(AFTERNOON, [Plage.de(time(14), 150)], 45)) == ["16:30-17:00"]


def test_that_short_sessions_may_be_shorter_than_half_an_hour():
    assert len(libres(Plage(0, 60), (), 20)) == 3


def test_that_two_people_at_once_take_the_time_once():
    taken = (Plage.de(time(14), 90), Plage.de(time(14, 15), 30))
    assert spans(*libres(AFTERNOON, taken, 45)) == ["15:30-16:15", "16:15-17:00"]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((540, 600), (600, 660), False),
        ((540, 601), (600, 660), True),
        ((540, 700), (600, 610), True),
    ],
)
def test_that_spans_that_only_touch_do_not_overlap(one, other, together):
    assert Plage(*one).chevauche(Plage(*other)) is together
    assert Plage(*other).chevauche(Plage(*one)) is together


def test_that_a_late_hour_stays_in_its_day():
    assert Plage.de(time(23, 30), 60) == Plage(1410, JOURNEE)
    assert heure(JOURNEE) == time(23, 59)


SPANS = st.tuples(st.integers(0, 1439), st.integers(1, 300)).map(
    lambda t: Plage(t[0], min(t[0] + t[1], JOURNEE))
)


@given(SPANS, st.lists(SPANS, max_size=8), st.integers(5, 120))
def test_that_what_is_offered_is_open_free_and_in_order(ouverte, prises, pas):
    found = libres(ouverte, prises, pas)
    assert list(found) == sorted(found)
    for slot in found:
        assert ouverte.contient(slot)
        assert 0 < slot.duree <= pas
        assert not any(slot.chevauche(p) for p in prises)
    assert not any(a.chevauche(b) for a, b in pairwise(found))


@given(st.times())
def test_that_an_hour_is_read_back(moment):
    assert heure(minutes(moment)) == moment.replace(second=0, microsecond=0)
