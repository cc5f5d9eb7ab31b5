"""The clock says when a meeting ended only on the day when it was held."""

from datetime import date, datetime, time

import pytest

from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.services.heure_de_fin import fin_a_l_horloge, fin_problem

MEETING = Synthese("s", date(2026, 10, 22), time(12, 30))


@pytest.mark.parametrize(
    ("jour", "heure", "fin"),
    [
        (22, time(13, 25, 59), time(13, 25)),
        (22, time(12, 30), time(12, 30)),
        (22, time(12, 29), None),
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
