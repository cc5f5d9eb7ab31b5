"""The clock says when a meeting ended only on the day when it was held."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.services.heure_de_fin import (
    FinInconnue,
    fin_a_l_horloge,
    fin_problem,
    terminee,
)

MEETING = Synthese("s", date(2026, 10, 22), time(12, 30))


@pytest.mark.parametrize(
    ("jour", "heure", "fin"),
    [
        (22, time(13, 25, 59), time(13, 25)),
        (22, time(12, 30), time(12, 30)),
        (22, time(12, 29), None),
        (22, time(23, 59), time(23, 59)),
        (23, time(13, 25), None),
    ],
)
def test_that_another_day_or_an_earlier_hour_is_not_the_end(jour, heure, fin):
    at = datetime.combine(date(2026, 10, jour), heure).astimezone()
    assert fin_a_l_horloge(MEETING, at) == fin


def test_that_a_meeting_may_pass_midnight_but_not_last_a_night():
    assert fin_problem(time(22), time(0, 30)) is None
    assert fin_problem(time(12, 30), time(0, 30)) is None
    assert "aurait duré 12\u00a0h\u00a001" in fin_problem(time(8), time(20, 1))
    for early in (time(14), time(13), time(2, 1)):
        assert "après avoir commencé" in fin_problem(time(14), early)


def test_that_what_was_said_goes_before_the_clock():
    at = datetime(2026, 10, 22, 13, 25).astimezone()
    assert terminee(MEETING, at, None).fin == time(13, 25)
    assert terminee(MEETING, at, time(13, 10)).fin == time(13, 10)
    noted = replace(MEETING, fin=time(13, 5))
    assert terminee(noted, at, None).fin == time(13, 5)
    late = datetime(2026, 10, 23, 9).astimezone()
    assert terminee(MEETING, late, time(0, 30)).fin == time(0, 30)
    for fin in (None, time(9)):
        with pytest.raises(FinInconnue):
            terminee(MEETING, late, fin)


def test_that_a_meeting_of_the_morning_closed_at_night_is_asked_about():
    at = datetime(2026, 10, 22, 20, 31).astimezone()
    assert fin_a_l_horloge(replace(MEETING, debut=time(8, 31)), at) == time(20, 31)
    assert fin_a_l_horloge(replace(MEETING, debut=time(8, 30)), at) is None


def test_that_a_pause_does_not_outlive_the_meeting():
    paused = MEETING.suspendue(datetime(2026, 10, 22, 13).astimezone())
    late = datetime(2026, 10, 23, 9).astimezone()
    assert terminee(paused, late, time(13, 10)).pause_secondes == 600
    assert terminee(paused, late, time(12, 50)).pause_secondes == 0
