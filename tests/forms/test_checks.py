"""One answer: what is wrong with it, or surprising."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms import checks, loader
from microstructure_desktop.forms.model import Item, ItemType

from . import scales
from .samples import LISTS, TODAY, chain, one_item

FORM = chain()


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("jour", "2026-11-23"),
        ("rappel", "2026-12-24"),
        ("niveau", "HAUT"),
        ("niveau", "CODE_D_UNE_AUTRE_VERSION"),
        ("conduite", "vingt caractères max."[:20]),
        ("envie", 0),
        ("envie", 10),
        ("lieux", ["CHEZ_SOI"]),
        ("poids", "62.5"),
        ("poids", 62),
        ("accord", False),
    ],
)
def test_that_a_fitting_answer_has_no_problem(item, value):
    assert checks.problem(FORM.item(item), value, TODAY) is None


@pytest.mark.parametrize(
    ("item", "value", "sentence"),
    [
        ("jour", "23/11/2026", "Entrez une date comme 23/11/2026"),
        ("jour", "20261123", "Entrez une date comme 23/11/2026"),
        ("jour", "2026-02-30", "Entrez une date comme 23/11/2026"),
        ("jour", "2026-11-24", "La date doit être aujourd’hui ou avant"),
        ("niveau", ["HAUT"], "Choisissez une réponse"),
        ("lieux", "CHEZ_SOI", "Choisissez une réponse"),
        ("lieux", [3], "Choisissez une réponse"),
        ("conduite", 3, "Écrivez une réponse"),
        ("conduite", "x" * 21, "Raccourcissez le texte\u00a0: 20 caractères au plus, il y en a 21"),
        ("envie", "9x", "Entrez un nombre entier"),
        ("envie", True, "Entrez un nombre entier"),
        ("envie", 11, "Entrez un nombre entre 0 et 10"),
        ("poids", "soixante", "Entrez un nombre"),
        ("poids", "NaN", "Entrez un nombre"),
        ("poids", "250.6", "Entrez un nombre entre 30 et 250,5"),
        ("accord", "oui", "Choisissez une réponse"),
        ("accord", 1, "Choisissez une réponse"),
    ],
)
def test_that_a_problem_says_how_to_answer(item, value, sentence):
    assert checks.problem(FORM.item(item), value, TODAY) == sentence


def test_that_a_single_bound_is_said_alone():
    item = FORM.item("envie")
    low = type(item)(item.id, item.text, item.type, min=Decimal(3))
    high = type(item)(item.id, item.text, item.type, max=Decimal(3))
    assert checks.problem(low, 1, TODAY) == "Entrez 3 ou plus"
    assert checks.problem(high, 4, TODAY) == "Entrez 3 ou moins"


@pytest.mark.parametrize(
    ("item", "value", "sentence"),
    [
        ("jour", "2025-11-23", "Le 23/11/2025, c’est bien cela\u00a0?"),
        ("jour", "2026-11-01", None),
        ("jour", "hier", None),
        ("poids", "35", "35 kg, c’est bien cela\u00a0?"),
        ("poids", "62", None),
        ("poids", "rien", None),
        ("envie", 9, None),
        ("rappel", "2036-11-01", None),
    ],
)
def test_that_an_unlikely_answer_is_asked_about(item, value, sentence):
    assert checks.question(FORM.item(item), value, TODAY) == sentence


@given(st.dates())
def test_that_every_date_reads_back(day):
    assert checks.day(day.isoformat()) == day


@given(st.text(max_size=12))
def test_that_no_text_crashes_the_readers(text):
    found = checks.number(text)
    assert found is None or found.is_finite()
    assert checks.day(text) is None or isinstance(checks.day(text), date)


def test_that_none_stands_alone_among_several_choices():
    text = one_item(
        "repeats = true",
        'options = [{code = "A", label = "A"}, {code = "AUCUN", label = "Aucun", alone = true}]',
        kind="choice",
    )
    item = loader.load(text, LISTS, {}).items[0]
    assert checks.problem(item, ["A"], TODAY) is None
    assert checks.problem(item, ["AUCUN"], TODAY) is None
    assert "«\u00a0Aucun\u00a0» seul" in checks.problem(item, ["A", "AUCUN"], TODAY)


@pytest.mark.parametrize("value", ["1e999999999", "1e-999999999", "0e999999999", 10**40, "1e31"])
def test_that_a_figure_too_long_to_be_written_is_none(value):
    assert checks.number(value) is None


@pytest.mark.parametrize("value", ["1e30", "-12.5", "0.000001", 0, 10**12])
def test_that_any_usual_figure_is_one(value):
    assert checks.number(value) == Decimal(value)


def test_that_the_cotes_of_no_version_are_not_asked_about():
    item = Item("q", "Q", ItemType.INSTRUMENT, instrument=scales.shipped()["deta"])
    assert checks.question(item, {"cotes": {"1": 1}}, TODAY) is None
    assert "il manque" in checks.question(item, {"version": 1, "cotes": {"1": 1}}, TODAY)
