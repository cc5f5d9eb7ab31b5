"""The answers made up for a form are such as its rules accept."""

import pytest

from microstructure_desktop.forms.rules import enabled, problems, visible_answers
from microstructure_desktop.services import reference
from tests.forms.answers_for import plausible
from tests.forms.samples import TODAY, chain

FORMS = reference.load().forms.latest()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_that_a_made_up_fiche_could_be_marked_complete(form, seed):
    answers = plausible(form, seed)
    assert problems(form, answers, complete=True, today=TODAY) == []
    assert visible_answers(form, answers) == answers
    assert {i.id for i in form.questions if i.id in enabled(form, answers)} == set(answers)


def test_that_the_same_seed_gives_the_same_answers_and_another_others():
    assert plausible(chain(), 1) == plausible(chain(), 1)
    assert plausible(chain(), 1) != plausible(chain(), 2)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_that_a_fiche_hardly_filled_is_valid_too(form):
    answers = plausible(form, filled=0.0)
    assert problems(form, answers, complete=True, today=TODAY) == []
    assert len(answers) <= len(plausible(form))
