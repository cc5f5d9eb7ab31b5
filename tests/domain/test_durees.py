"""When a record leaves the lists, and when somebody has to decide: days counted by hand."""

from datetime import date

import pytest

from microstructure_desktop.domain.durees import Durees

DUREES = Durees(actif=5, total=20, mineur=28, deces=10)
BORN = date(1980, 6, 1)


def test_that_the_archive_begins_five_years_after_the_last_act():
    assert DUREES.archive_le(date(2021, 11, 22)) == date(2026, 11, 22)
    assert DUREES.limite(date(2026, 11, 22)) == date(2021, 11, 22)
    assert DUREES.limite(date(2026, 1, 31)) == date(2021, 1, 31)


@pytest.mark.parametrize(
    ("dernier", "naissance", "deces", "terme"),
    [
        (date(2006, 3, 4), BORN, None, date(2026, 3, 4)),
        (date(2008, 2, 29), BORN, None, date(2028, 2, 29)),
        (date(2007, 2, 28), BORN, None, date(2027, 2, 28)),
        # Seven years old at the last act: twenty years later is before the 28th birthday.
        (date(2006, 3, 4), date(1999, 1, 10), None, date(2027, 1, 10)),
        # Nine years old: it is after.
        (date(2006, 3, 4), date(1997, 1, 10), None, date(2026, 3, 4)),
        (date(2006, 3, 4), BORN, date(2010, 5, 6), date(2020, 5, 6)),
        # Died ten years after the last act: the twenty years stand.
        (date(2006, 3, 4), BORN, date(2016, 3, 4), date(2026, 3, 4)),
    ],
)
def test_when_the_question_is_asked(dernier, naissance, deces, terme):
    assert DUREES.terme(dernier, naissance, deces) == terme
