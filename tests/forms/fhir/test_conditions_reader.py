"""Conditions of others, tried on answers chosen by hand."""

import pytest

from microstructure_desktop.forms.fhir import conditions_reader
from microstructure_desktop.forms.fhir.conditions import Rule
from microstructure_desktop.forms.fhir.element import Element
from microstructure_desktop.forms.rules import enabled

from . import cases


@pytest.mark.parametrize(
    ("name", "answers", "expected"),
    [
        ("conditions", {"heures": 5, "reveils": 3}, {"toutes", "une", "autrement"}),
        ("conditions", {"heures": 5, "reveils": 2}, {"une", "autrement"}),
        ("conditions", {"heures": 8, "sieste": "LE_WEEK_END"}, {"une", "autrement"}),
        ("conditions", {"heures": 8, "sieste": "TOUS_LES_JOURS"}, {"une"}),
        ("conditions", {"sieste": "Jamais"}, {"autrement", "sans"}),
        ("humeur", {"q_1": "F_2"}, {"q_3"}),
        ("humeur", {"q_1": "F_1", "q_2": "F_2"}, {"q_3"}),
        ("humeur", {"q_1": "F_1", "q_2": "F_1"}, set()),
        ("accueil", {"identite_age": 17}, {"identite_tuteur"}),
        ("accueil", {"identite_age": 18}, set()),
        ("accueil", {"venue_accord": True}, {"venue_mot"}),
        ("etages", {"fume": False, "quantite": 20}, set()),
        ("etages", {"fume": True}, {"tabac", "quantite", "merci"}),
        ("etages", {"fume": True, "quantite": 10},
         {"tabac", "quantite", "merci", "matin", "reveil"}),
    ],
)  # fmt: skip
def test_that_a_sample_shows_what_its_author_meant(name, answers, expected):
    form = cases.sample(name)
    tied = {item.id for item in form.items if item.when or item.under}
    shown = enabled(form, answers)
    assert shown & tied == expected
    assert {item.id for item in form.items} - tied <= shown


def test_that_a_row_shows_once_the_one_above_has_begun():
    form = cases.sample("lignes")
    assert not {"q_1_2", "q_1_1_2", "q_1_2_1"} & enabled(form, {})
    shown = enabled(form, {"q_1_1_1": "un"})
    assert {"q_1_2", "q_1_1_2", "q_1_2_1"} <= shown
    assert not {"q_1_3", "q_1_2_2"} & shown


def test_that_a_rule_of_ours_says_more_than_the_rows():
    ours = '{"enable_when": [{"item": "a", "alert": true}], "enable_behavior": "any"}'
    table = Element({"enableWhen": [{"question": "a.9", "operator": ">="}]}, [], "q")
    found = conditions_reader.conditions(table, ours, lambda _: None)
    assert found == Rule(({"item": "a", "alert": True},), every=False)
    assert table.faults == []


def test_that_alternatives_on_one_question_are_written_as_one():
    found = conditions_reader.toml(Rule(({"item": "a", "equals": 1},), every=True))
    assert found == {"enable_when": {"item": "a", "equals": 1}, "enable_behavior": "all"}
    form = cases.sample("conditions")
    assert len(form.item("une").when) == 2
