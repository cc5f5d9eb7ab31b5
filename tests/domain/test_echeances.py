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
        ("avant le 4 décembre", date(2026, 12, 4)),
        ("Le 1er MARS", date(2027, 3, 1)),
        ("4\u00a0déc. au plus tard", date(2026, 12, 4)),
        ("vers le 2 fevrier 2028.", date(2028, 2, 2)),
        ("le 04-12", date(2026, 12, 4)),
        ("le 04.12.", date(2026, 12, 4)),
        ("04.12.27", date(2027, 12, 4)),
        ("appeler le 06.12.34.56.78", None),
        ("06-12-34-56-78", None),
        ("12.5 mg, 3-4 fois", None),
        ("4 maisons, 31 juin", None),
        ("04/12.", date(2026, 12, 4)),
        ("", None),
    ],
)
def test_that_the_last_day_written_is_read(texte, day):
    assert echeance_lue(texte, SINCE) == day
