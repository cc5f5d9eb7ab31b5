"""Dates however precise, texts on one line, numbers as R4 types them."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.forms.fhir import vocabulary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", date(2024, 1, 1)),
        ("2024-05", date(2024, 5, 1)),
        ("2024-05-31", date(2024, 5, 31)),
        ("2024-05-31T10:00:00Z", date(2024, 5, 31)),
        ("2024-13", None),
        ("", None),
        ("mai 2024", None),
    ],
)
def test_that_a_date_is_read_to_its_first_day(text, expected):
    assert vocabulary.day(text) == expected


def test_that_lines_are_folded_and_spaces_of_ours_stay():
    assert vocabulary.folded(" Un\n  deux\u00a0: trois  quatre\t") == "Un deux\u00a0: trois  quatre"


def test_that_a_whole_number_is_an_integer_only_where_one_is_expected():
    assert vocabulary.figure("value", Decimal("4.0"), whole=True) == {"valueInteger": 4}
    assert vocabulary.figure("value", Decimal("4.5"), whole=True) == {
        "valueDecimal": Decimal("4.5")
    }
    assert vocabulary.figure("value", Decimal(4), whole=False) == {"valueDecimal": Decimal(4)}


def test_that_a_value_set_id_takes_no_underscore():
    assert vocabulary.value_set_id("CL02_PROFESSION", nr=True) == "CL02-PROFESSION.nr"


def test_that_our_extensions_have_our_address():
    assert vocabulary.extension("nr", value=True) == {
        "url": "urn:microstructure:extension:nr",
        "valueBoolean": True,
    }
