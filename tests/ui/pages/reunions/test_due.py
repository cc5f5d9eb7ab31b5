"""By when: what is printed, and the day it means, hand-made."""

from datetime import date

import pytest

from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.pages.reunions import due
from tests.cabinet import TODAY


@pytest.mark.parametrize(
    ("typed", "said", "day"),
    [
        ("", "", None),
        ("prochaine consultation", "prochaine consultation", None),
        ("+2 sem.", "03/12/2026", date(2026, 12, 3)),
        ("demain", "20/11/2026", date(2026, 11, 20)),
        ("lundi", "23/11/2026", date(2026, 11, 23)),
        ("04/12", "04/12/2026", date(2026, 12, 4)),
        ("04/01", "04/01/2027", date(2027, 1, 4)),
        ("avant le 04/12", "avant le 04/12", date(2026, 12, 4)),
        ("24/11 et 03/12", "24/11 et 03/12", date(2026, 12, 3)),
        ("01/11/2026", "01/11/2026", date(2026, 11, 1)),
    ],
)
def test_that_what_people_type_is_read(typed, said, day):
    assert due.read(typed, TODAY) == (said, day)


@pytest.mark.parametrize(
    ("echeance", "day", "shown"),
    [
        ("03/12/2026", date(2026, 12, 3), "jeu.\xa03\xa0déc."),
        ("avant le 04/12", date(2026, 12, 4), "avant le 04/12"),
        (" lundi ", None, "lundi"),
        ("", None, ""),
    ],
)
def test_that_a_day_alone_is_short_and_words_stay(echeance, day, shown):
    made = Decision(DecisionId("d"), "x", echeance=echeance, echeance_jour=day)
    assert due.short(made) == shown
