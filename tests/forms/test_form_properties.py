"""What holds of any form and of any answers: what is shown, saved, asked, compared."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from microstructure_desktop.forms import answers as kept
from microstructure_desktop.forms import rules, wording
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.rules import enabled, is_answered, visible_answers

from . import forms_for
from .answers_for import plausible
from .samples import TODAY

pytestmark = pytest.mark.filterwarnings(  # a form is long to print
    "ignore::hypothesis.errors.HypothesisWarning"
)
many = settings(
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking such a form takes minutes
)


def is_read_back(value):
    """Whether the store would give it back: what it holds may be odd, its shape may not."""
    try:
        return kept.from_json(kept.to_json({"q": value})) == {"q": value}
    except (kept.AnswersError, ValueError):
        return False


@many
@given(forms_for.answered())
def test_that_a_hidden_answer_is_never_saved(drawn):
    form, answers = drawn.form, drawn.answers
    shown = enabled(form, answers)
    saved = visible_answers(form, answers)
    asked = {item.id for item in form.questions}
    assert saved.keys() == {n for n in asked & shown if is_answered(answers.get(n))}
    assert enabled(form, saved) == shown
    assert visible_answers(form, saved) == saved


@many
@given(forms_for.answered(), st.data())
def test_that_a_hidden_answer_shows_nothing(drawn, data):
    form, answers = drawn.form, drawn.answers
    shown = enabled(form, answers)
    begins = {i.id for i in form.items if i.row and not i.when}  # a row that holds an answer shows
    hidden = [i for i in form.questions if i.id not in shown | begins]
    others = {item.id: data.draw(forms_for.values(item)) for item in hidden}
    assert enabled(form, {**answers, **others}) == shown


@many
@given(forms_for.answered())
def test_that_what_is_nested_shows_only_with_what_it_is_nested_in(drawn):
    form, answers = drawn.form, drawn.answers
    shown = enabled(form, answers)
    for item in form.items:
        if item.id in shown:
            assert not item.under or item.under in shown
        elif not item.when:
            assert item.under
            assert item.under not in shown


@many
@given(forms_for.answered())
def test_that_an_answer_is_expected_of_obligatory_questions_shown_and_of_no_other(drawn):
    form, answers = drawn.form, drawn.answers
    shown = enabled(form, answers)
    found = rules.problems(form, answers, complete=True, today=TODAY)
    missing = {p.item for p in found if p.sentence == wording.ANSWER_MISSING}
    assert missing == {
        item.id
        for item in form.questions
        if item.required and item.id in shown and not is_answered(answers.get(item.id))
    }
    others = [p for p in found if p.item not in missing]
    assert others == rules.problems(form, answers, complete=False, today=TODAY)
    assert {p.item for p in found} <= shown
    asked = {q.item for q in rules.questions(form, answers, today=TODAY)}
    assert asked <= shown - {p.item for p in found}


@many
@given(forms_for.answered())
def test_that_any_answer_is_written_counted_and_compared(drawn):
    form = drawn.form
    answers = {name: value for name, value in drawn.answers.items() if is_read_back(value)}
    for item in form.questions:
        assert isinstance(in_words(item, answers.get(item.id)), str)
    for count in kept.progress(form, answers):
        assert 0 <= count.answered <= count.total
    assert kept.difference(form, answers, {}) == [
        kept.Change(change.item, change.after, change.before)
        for change in kept.difference(form, {}, answers)
    ]


@many
@given(forms_for.forms(), st.integers(0, 99), st.integers(0, 99))
def test_that_what_changed_leads_from_one_revision_to_the_other(form, one, other):
    before, after = (visible_answers(form, plausible(form, seed)) for seed in (one, other))
    assert kept.difference(form, before, before) == []
    moved = {**before, **{c.item: c.after for c in kept.difference(form, before, after)}}
    assert {name: value for name, value in moved.items() if value is not None} == after


@many
@given(forms_for.forms(), st.integers(0, 99))
def test_that_answers_carried_to_the_same_form_are_the_same(form, seed):
    saved = visible_answers(form, plausible(form, seed))
    assert kept.carried(form, saved) == saved
    assert kept.from_json(kept.to_json(saved)) == saved
    former = {item.renamed_from: item.id for item in form.questions if item.renamed_from}
    named = {item_id: name for name, item_id in former.items()}
    earlier = {named.get(name, name): value for name, value in saved.items()}
    assert kept.carried(form, earlier) == saved
