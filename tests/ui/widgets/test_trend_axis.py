"""Days in proportion, never on top of each other; words that never touch."""

from datetime import date

import pytest

from microstructure_desktop.ui.widgets.trend_axis import day_words, fitting, places, spread

DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("days", "gap", "expected"),
    [
        ((), 10, []),
        ((DAY,), 10, [50]),
        ((DAY, DAY), 10, [45, 55]),
        ((DAY, DAY, DAY), 80, [0, 50, 100]),
        # 31 days of 124 are a quarter of the way
        ((date(2026, 3, 1), date(2026, 4, 1), date(2026, 7, 3)), 10, [0, 25, 100]),
        ((date(2026, 3, 1), date(2026, 3, 1), date(2026, 7, 3)), 10, [0, 10, 100]),
        ((date(2026, 3, 1), date(2026, 7, 3), date(2026, 7, 3)), 10, [0, 90, 100]),
    ],
)
def test_that_days_stand_in_proportion_and_apart(days, gap, expected):
    assert places(days, 0, 100, gap) == expected


def test_that_many_days_share_the_room():
    days = [DAY] * 10 + [date(2026, 12, 1)] * 21
    found = places(days, 0, 300, 50)
    assert found == pytest.approx([10 * at for at in range(31)])


def test_that_what_is_too_close_is_moved_no_further_than_the_end():
    assert spread([10, 12, 50], 5, 60) == [10, 15, 50]
    assert spread([10, 58, 60], 5, 60) == [10, 55, 60]


def test_that_words_that_touch_leave_the_last_and_the_first():
    assert fitting([(0, 10), (12, 22), (24, 34)], 2) == [0, 1, 2]
    assert fitting([(0, 10), (11, 21), (22, 32)], 2) == [0, 2]
    assert fitting([(0, 10), (5, 15)], 2) == [1]
    assert fitting([], 2) == []


def test_that_days_are_written_as_short_as_they_are_clear():
    far = [date(2026, 3, 3), date(2026, 3, 20), date(2026, 6, 2), date(2027, 1, 15)]
    assert day_words(far) == ["mars\u00a026", "", "juin\u00a026", "janv.\u00a027"]
    near = [date(2026, 3, 3), date(2026, 3, 3), date(2026, 4, 1)]
    assert day_words(near) == ["3\u00a0mars\u00a026", "", "1er\u00a0avr.\u00a026"]
    assert day_words([]) == []
