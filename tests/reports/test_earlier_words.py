"""The last answer in small: its day, its words, and whether it may still hold."""

from datetime import date

from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.reports.earlier_words import last_answer
from tests.reports.blank import item

JUNE = date(2026, 6, 2)


def said(item_, value):
    return last_answer(item_, Earlier(JUNE, value)).replace("\xa0", " ")


def test_that_the_last_answer_has_its_day_and_can_be_kept():
    asked = item('type = "integer"', 'unit = "kg"')
    assert said(asked, 70) == "Le 02/06/2026 : 70 kg ☐ inchangé"


def test_that_what_is_assessed_anew_cannot_be_kept():
    asked = item('type = "integer"', "unchanged = false")
    assert said(asked, 7) == "Le 02/06/2026 : 7"


def test_that_a_long_answer_is_cut_and_holds_on_one_paragraph():
    asked = item('type = "text"', "unchanged = false")
    told = said(asked, "un mot\n" * 100)
    assert told.endswith("…")
    assert "\n" not in told
    assert len(told) < 190
