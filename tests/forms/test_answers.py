"""Answers as JSON, their differences, and progress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms import answers as ans
from microstructure_desktop.forms.answers import AnswersError, Change, Progress
from microstructure_desktop.forms.model import Partage

from .samples import chain

FORM = chain()
VALUES = st.text(max_size=8) | st.booleans() | st.integers() | st.lists(st.text(max_size=5))
ANSWERS = st.dictionaries(st.text(max_size=8), VALUES, max_size=8)


@given(ANSWERS)
def test_that_answers_come_back_as_they_were(answers):
    assert ans.from_json(ans.to_json(answers)) == answers


@given(ANSWERS)
def test_that_the_order_of_answering_does_not_show(answers):
    assert ans.to_json(dict(reversed(answers.items()))) == ans.to_json(answers)


def test_that_french_stays_readable_in_the_json():
    assert ans.to_json({"conduite": "appelée"}) == '{"conduite":"appelée"}'


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a": 1.5}', '{"a": null}', '{"a": {}}', '{"a": [1]}', "[" * 100_000],
)
def test_that_a_text_that_holds_no_answers_is_refused(text):
    with pytest.raises(AnswersError):
        ans.from_json(text)


def test_that_a_difference_is_told_in_the_order_of_the_form():
    before = {"niveau": "BAS", "envie": 3, "ancien": "x"}
    after = {"envie": 5, "jour": "2026-11-23", "niveau": "BAS"}
    assert ans.difference(FORM, before, after) == [
        Change("jour", None, "2026-11-23"),
        Change("envie", 3, 5),
        Change("ancien", "x", None),
    ]


def test_that_an_emptied_text_and_no_answer_are_the_same():
    assert ans.difference(FORM, {"conduite": ""}, {}) == []


def test_that_false_and_zero_are_different_answers():
    assert ans.difference(FORM, {"accord": False}, {"accord": 0}) == [Change("accord", False, 0)]


@given(ANSWERS)
def test_that_nothing_differs_from_itself(answers):
    assert ans.difference(FORM, answers, answers) == []


def test_that_progress_counts_what_is_shown():
    assert ans.progress(FORM, {}) == (Progress("un", 0, 2), Progress("deux", 0, 4))
    filled = {"jour": "2026-11-23", "niveau": "HAUT", "envie": "NR"}
    assert ans.progress(FORM, filled) == (Progress("un", 2, 3), Progress("deux", 1, 4))
    assert ans.progress(FORM, {**filled, "niveau": "BAS"})[0].done


def test_that_earlier_answers_are_read_under_their_new_names():
    earlier = {"consentement": True, "niveau": "BAS", "disparu": 3}
    assert ans.carried(FORM, earlier) == {"niveau": "BAS", "accord": True}


def test_that_a_new_name_wins_over_the_former_one():
    assert ans.carried(FORM, {"consentement": True, "accord": False}) == {"accord": False}


def test_that_others_read_only_what_is_shared_with_them():
    answers = {"niveau": "BAS", "envie": 3, "note": "à moi"}
    assert ans.readable(FORM, answers, [Partage.EQUIPE]) == {"niveau": "BAS"}
    assert ans.readable(FORM, answers, [Partage.EQUIPE, Partage.METIER]) == {
        "niveau": "BAS",
        "envie": 3,
    }
