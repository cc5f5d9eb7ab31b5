"""The form that a preview shows."""

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.ui.preview.shown_form import kept_answers, shown_form
from tests.forms.samples import TODAY, chain, one_item

FORM = chain()


def test_that_conditions_hold_unless_every_question_is_wanted():
    assert "conduite" not in enabled(shown_form(FORM, None, every=False), {})
    every = shown_form(FORM, None, every=True)
    assert enabled(every, {}) == {item.id for item in FORM.items}


def test_that_an_age_is_bounded_by_the_person_s():
    form = loader.load(one_item("up_to_age = true", kind="integer"), {}, {})
    assert shown_form(form, 38, every=True).items[0].max == 38
    assert shown_form(form, None, every=True).items[0].max is None


def test_that_what_was_typed_stays_where_it_still_answers():
    typed = {"niveau": "HAUT", "envie": "NR", "poids": "12", "accord": "x", "absent": 1}
    assert kept_answers(FORM, typed, TODAY) == {"niveau": "HAUT", "envie": "NR"}


def test_that_a_new_question_starts_with_what_it_proposes():
    form = loader.load(one_item("initial = 3", kind="integer"), {}, {})
    assert kept_answers(form, {}, TODAY) == {"q": 3}
    assert kept_answers(form, {"q": 4}, TODAY) == {"q": 4}
