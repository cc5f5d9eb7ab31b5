"""Answers of every type are said in words."""

from decimal import Decimal

import pytest

from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Control, Item, ItemType, Option

LIEUX = (Option("CHEZ_SOI", "Chez soi"), Option("NR", "Préfère ne pas dire"))


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        (ItemType.STRING, None, ""),
        (ItemType.STRING, "  ", ""),
        (ItemType.CHOICE, [], ""),
        (ItemType.TEXT, "un\ndeux", "un\ndeux"),
        (ItemType.BOOLEAN, True, "Oui"),
        (ItemType.BOOLEAN, False, "Non"),
        (ItemType.BOOLEAN, "NR", "Ne souhaite pas répondre"),
        (ItemType.DATE, "2026-11-23", "23/11/2026"),
        (ItemType.DATE, "fin novembre", "fin novembre"),
        (ItemType.INTEGER, 0, "0"),
        (ItemType.DECIMAL, "70.5", "70,5"),
        (ItemType.DECIMAL, "beaucoup", "beaucoup"),
    ],
)
def test_that_an_answer_is_written_for_its_type(kind, value, printed):
    assert in_words(Item("q", "Question", kind), value) == printed


def test_that_a_figure_keeps_its_unit():
    assert in_words(Item("q", "Poids", ItemType.DECIMAL, unit="kg"), "70.5") == "70,5\xa0kg"


def test_that_a_unit_is_plural_from_two():
    days, months = (Item("q", "Q", ItemType.INTEGER, unit=unit) for unit in ("jours", "mois"))
    said = [in_words(days, value) for value in (0, 1, 2)]
    assert said == ["0\xa0jour", "1\xa0jour", "2\xa0jours"]
    assert in_words(months, 1) == "1\xa0mois"


def test_that_a_figure_on_a_scale_says_out_of_how_many():
    scale = Item("q", "Envie", ItemType.INTEGER, max=Decimal(10), control=Control.ECHELLE)
    assert in_words(scale, 7) == "7\xa0sur\xa010"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("CHEZ_SOI", "Chez soi"),
        (["CHEZ_SOI", "ANCIEN_CODE"], "Chez soi, ANCIEN_CODE"),
        ("ANCIEN_CODE", "ANCIEN_CODE"),
        ("NR", "Préfère ne pas dire"),
        (7, "7"),
    ],
)
def test_that_a_code_is_its_label_and_an_unknown_one_itself(value, printed):
    assert in_words(Item("q", "Lieu", ItemType.CHOICE, options=LIEUX), value) == printed
