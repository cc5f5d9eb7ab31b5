"""A day written in free text."""

from datetime import date

import pytest

from microstructure_desktop.domain.echeances import echeance_lue

SINCE = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("texte", "day"),
    [
        ("avant le 04/12", date(2026, 12, 4)),
        ("19/11", SINCE),
        ("18/11", date(2027, 11, 18)),
        ("le 3/1/27, au plus tard", date(2027, 1, 3)),
        ("01/12/2026", date(2026, 12, 1)),
        ("entre le 02/12 et le 09/12", date(2026, 12, 9)),
        ("29/02", None),
        ("31/02/2027", None),
        ("prochaine consultation", None),
        ("tension 12/8/4/2", None),
        ("", None),
    ],
)
def test_that_the_last_day_written_is_read(texte, day):
    assert echeance_lue(texte, SINCE) == day
