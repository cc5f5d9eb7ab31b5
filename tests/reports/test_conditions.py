"""Conditions in words, short about the question just asked, whole about another."""

from microstructure_desktop.reports.conditions import condition
from tests.reports.blank import form

SOURCES = """
[[group.item]]
id = "accord"
text = "Accord"
type = "boolean"
[[group.item]]
id = "lieu"
text = "Lieu"
type = "choice"
options = [
  { code = "A", label = "Ici" },
  { code = "B", label = "Là" },
  { code = "C", label = "Loin" },
]
[[group.item]]
id = "envie"
text = "Envie"
type = "integer"
[[group.item]]
id = "phq_9"
text = "PHQ"
type = "instrument"
instrument = "phq_9"
"""


def said(when, above="", behavior=""):
    made = form(
        f'{SOURCES}[[group.item]]\nid = "q"\ntext = "Q"\ntype = "string"\n'
        f"enable_when = {when}\n{behavior}"
    )
    return condition(made, made.items[-1], above).replace("\xa0", " ")


def test_that_an_answer_to_the_question_just_asked_is_said_shortly():
    assert said('{ item = "accord", equals = true }', "accord") == "Si oui :"
    assert said('{ item = "accord", equals = false }', "accord") == "Si non :"
    two = '{ item = "lieu", any_of = ["A", "B"] }'
    assert said(two, "lieu") == "Si « Ici » ou « Là » :"
    assert said('{ item = "lieu", not_equals = "C" }', "lieu") == "Si autre que « Loin » :"
    assert said('{ item = "lieu", exists = true }', "lieu") == "Si répondu :"
    assert said('{ item = "lieu", exists = false }', "lieu") == "Si pas de réponse :"


def test_that_another_question_is_named():
    assert said('{ item = "accord", equals = true }') == "Si réponse oui à « Accord » :"
    assert said('{ item = "lieu", exists = true }') == "Si réponse à « Lieu » :"
    assert said('{ item = "lieu", exists = false }') == "Si pas de réponse à « Lieu » :"


def test_that_figures_are_said_by_their_bounds():
    assert said('{ item = "envie", at_least = 4 }', "envie") == "Si 4 ou plus :"
    assert said('{ item = "envie", at_most = 4 }', "envie") == "Si 4 ou moins :"
    between = '{ item = "envie", at_least = 4, at_most = 6 }'
    assert said(between, "envie") == "Si entre 4 et 6 :"
    assert said(between) == "Si réponse entre 4 et 6 à « Envie » :"


def test_that_an_alert_is_said_by_the_row_that_raises_it():
    alert = '{ item = "phq_9", alert = true }'
    assert said(alert, "phq_9") == "Si la cote 9 vaut 1 ou plus :"
    assert said(alert) == "Si la cote 9 de « PHQ » vaut 1 ou plus :"


def test_that_several_conditions_are_joined_and_each_names_its_question():
    both = '[{ item = "accord", equals = true }, { item = "envie", at_least = 4 }]'
    assert said(both, "envie") == "Si réponse oui à « Accord » ou réponse 4 ou plus à « Envie » :"
    every = said(both, "envie", 'enable_behavior = "all"')
    assert every == "Si réponse oui à « Accord » et réponse 4 ou plus à « Envie » :"


def test_that_exclusions_of_one_question_are_said_together():
    nor = '[{ item = "lieu", not_equals = "A" }, { item = "lieu", not_equals = "B" }]'
    neither = said(nor, "lieu", 'enable_behavior = "all"')
    assert neither == "Si autre que « Ici » ou « Là » :"


def test_that_the_same_words_about_two_rows_are_said_once():
    rows = form(
        """[[group.item]]
id = "produit"
text = "Produit"
type = "choice"
options = [{ code = "VIN", label = "Vin" }]
[[group]]
id = "suite"
title = "Suite"
[[group.item]]
id = "verres"
text = "Verres"
type = "integer"
enable_when = [{ item = "produit_1", equals = "VIN" }, { item = "produit_2", equals = "VIN" }]
""",
        'id = "un"\ntitle = "Un"\nrepeat = 2',
    )
    told = condition(rows, rows.items[-1]).replace("\xa0", " ")
    assert told == "Si réponse « Vin » à « Produit » :"
