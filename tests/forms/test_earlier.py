"""The last answer known to each question."""

from datetime import date

from microstructure_desktop.forms.earlier import Earlier, earlier

from .samples import chain
from .test_repeating import form as repeating

MARCH, JUNE, NOVEMBER = date(2026, 3, 2), date(2026, 6, 2), date(2026, 11, 23)


def test_that_each_question_has_its_own_last_answer_whatever_the_order():
    filled = [
        (JUNE, {"niveau": "HAUT", "inconnu": 3}),
        (MARCH, {"niveau": "BAS", "envie": 4}),
    ]
    assert earlier(chain(), filled, NOVEMBER) == {
        "niveau": Earlier(JUNE, "HAUT"),
        "envie": Earlier(MARCH, 4),
    }


def test_that_what_came_after_is_not_earlier():
    filled = [(MARCH, {"envie": 4}), (JUNE, {"envie": 9})]
    assert earlier(chain(), filled, JUNE) == {"envie": Earlier(MARCH, 4)}


def test_that_an_answer_under_a_former_name_is_found():
    found = earlier(chain(), [(MARCH, {"consentement": True})], NOVEMBER)
    assert found == {"accord": Earlier(MARCH, True)}


def test_that_an_answer_that_this_form_cannot_take_is_left_out():
    filled = [(MARCH, {"envie": 40, "poids": "lourd", "note": "", "lieux": ["DEHORS"]})]
    assert earlier(chain(), filled, NOVEMBER) == {"lieux": Earlier(MARCH, ["DEHORS"])}


def test_that_a_day_and_a_personal_note_are_not_taken_up_and_a_refusal_is():
    filled = [(MARCH, {"jour": "2026-03-02", "note": "à moi", "envie": "NR"})]
    assert earlier(chain(), filled, NOVEMBER) == {"envie": Earlier(MARCH, "NR")}


def test_that_the_rows_of_a_group_are_told_together():
    filled = [
        (MARCH, {"produit_1": "HEROINE", "voie_1": "fumée", "produit_2": "CANNABIS"}),
        (JUNE, {"produit_1": "CANNABIS"}),
    ]
    assert earlier(repeating(), filled, NOVEMBER) == {"produit_1": Earlier(JUNE, "CANNABIS")}
    filled.append((date(2026, 7, 1), {"autre": 1}))
    assert earlier(repeating(), filled, NOVEMBER) == {"produit_1": Earlier(JUNE, "CANNABIS")}
