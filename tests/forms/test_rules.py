"""Which items are shown, what is saved, what is asked."""

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms import loader, rules
from microstructure_desktop.forms.rules import Problem, enabled, visible_answers

from .samples import CHAIN, LISTS, TODAY, chain

FORM = chain()
IDS = [item.id for item in FORM.items]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from(["NR", "HAUT", "BAS", "2026-11-23", "2999-01-01", "62.5", "CHEZ_SOI"])
)
ANYTHING = st.recursive(
    SCALARS | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner),
    max_leaves=4,
)
ANSWERS = st.dictionaries(st.sampled_from([*IDS, "inconnu"]), ANYTHING, max_size=len(IDS))


def problems(answers, *, complete):
    return rules.problems(FORM, answers, complete=complete, today=TODAY)


def test_that_a_condition_shows_and_hides_its_item():
    assert "conduite" not in enabled(FORM, {})
    assert "conduite" not in enabled(FORM, {"niveau": "BAS"})
    assert "conduite" in enabled(FORM, {"niveau": "HAUT"})


def test_that_a_hidden_item_hides_those_that_depend_on_it():
    answers = {"niveau": "HAUT", "conduite": "appel", "rappel": "2026-12-01"}
    assert {"conduite", "rappel"} <= enabled(FORM, answers)
    assert not {"conduite", "rappel"} & enabled(FORM, {**answers, "niveau": "BAS"})


def test_that_a_hidden_answer_is_not_saved():
    answers = {"niveau": "BAS", "conduite": "appel", "rappel": "2026-12-01"}
    assert visible_answers(FORM, answers) == {"niveau": "BAS"}


def test_that_a_number_reaches_its_condition_and_a_refusal_does_not():
    assert "lieux" in enabled(FORM, {"envie": 4})
    assert "lieux" not in enabled(FORM, {"envie": 3})
    assert "lieux" not in enabled(FORM, {"envie": "NR"})
    assert "lieux" not in enabled(FORM, {"envie": True})


def test_that_true_is_not_the_number_one():
    text = CHAIN.replace('item = "envie", at_least = 4', 'item = "envie", equals = 1')
    form = loader.load(text, LISTS, {})
    assert "lieux" in enabled(form, {"envie": 1})
    assert "lieux" not in enabled(form, {"envie": True})


def test_that_a_choice_of_several_meets_a_condition_on_one_of_them():
    text = CHAIN.replace("min = 30", 'enable_when = { item = "lieux", any_of = ["DEHORS"] }')
    form = loader.load(text, LISTS, {})
    assert "poids" in enabled(form, {"envie": 9, "lieux": ["CHEZ_SOI", "DEHORS"]})
    assert "poids" not in enabled(form, {"envie": 9, "lieux": ["CHEZ_SOI"]})


def test_that_several_conditions_are_joined_as_the_item_says():
    rows = '[{ item = "niveau", equals = "HAUT" }, { item = "envie", at_least = 4 }]'
    either = loader.load(CHAIN.replace("min = 30", f"enable_when = {rows}"), LISTS, {})
    both = loader.load(
        CHAIN.replace("min = 30", f'enable_when = {rows}\nenable_behavior = "all"'), LISTS, {}
    )
    assert "poids" in enabled(either, {"envie": 5})
    assert "poids" not in enabled(both, {"envie": 5})
    assert "poids" in enabled(both, {"envie": 5, "niveau": "HAUT"})


def test_that_obligatory_answers_are_asked_only_to_mark_complete():
    assert problems({}, complete=False) == []
    missing = "Réponse attendue pour marquer la fiche complète"
    assert problems({}, complete=True) == [Problem("jour", missing), Problem("niveau", missing)]


def test_that_a_hidden_obligatory_answer_is_never_asked():
    answers = {"jour": "2026-11-23", "niveau": "BAS"}
    assert problems(answers, complete=True) == []
    asked = problems({**answers, "niveau": "HAUT"}, complete=True)
    assert [problem.item for problem in asked] == ["conduite"]


def test_that_not_wishing_to_answer_is_an_answer():
    assert problems({"envie": "NR", "accord": "NR"}, complete=False) == []
    assert visible_answers(FORM, {"envie": "NR"}) == {"envie": "NR"}


def test_that_nr_is_refused_where_it_is_not_offered():
    assert [p.item for p in problems({"poids": "NR"}, complete=False)] == ["poids"]


def test_that_blank_answers_are_none():
    assert visible_answers(FORM, {"conduite": "  ", "lieux": [], "niveau": None}) == {}


def test_that_a_wrong_answer_is_said_whether_complete_or_not():
    wrong = Problem("envie", "Entrez un nombre entre 0 et 10")
    assert problems({"envie": 92}, complete=False) == [wrong]


def test_that_answers_are_saved_in_the_order_of_the_form():
    answers = {"poids": "62", "niveau": "BAS", "jour": "2026-11-23"}
    assert list(visible_answers(FORM, answers)) == ["jour", "niveau", "poids"]


def test_that_an_unlikely_answer_is_a_question_and_no_problem():
    answers = {"poids": "35", "jour": "2025-11-23"}
    assert problems(answers, complete=False) == []
    asked = rules.questions(FORM, answers, today=TODAY)
    assert [question.item for question in asked] == ["jour", "poids"]


def test_that_a_wrong_answer_is_not_also_asked_about():
    assert rules.questions(FORM, {"poids": "3"}, today=TODAY) == []


@given(ANSWERS)
def test_that_only_enabled_questions_are_ever_saved(answers):
    saved = visible_answers(FORM, answers)
    assert set(saved) <= enabled(FORM, answers)
    assert "aide" not in saved


@given(ANSWERS)
def test_that_saving_what_was_saved_changes_nothing(answers):
    saved = visible_answers(FORM, answers)
    assert enabled(FORM, saved) == enabled(FORM, answers)
    assert visible_answers(FORM, saved) == saved


@given(ANSWERS, st.booleans())
def test_that_no_answer_crashes_the_rules(answers, complete):
    found = problems(answers, complete=complete)
    assert {problem.item for problem in found} <= enabled(FORM, answers)
    assert all(problem.sentence for problem in found)
    assert rules.questions(FORM, answers, today=TODAY) is not None
