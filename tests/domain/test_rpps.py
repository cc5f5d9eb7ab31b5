"""A number with a wrong digit, or two exchanged, is found out by its key."""

import pytest

from microstructure_desktop.domain.rpps import chiffres, is_valid

# 1-0-0-0-0-0-0-0-0-0: from the right, the key then ten digits; every second one is doubled.
# 10000000000 + key: the leading 1 stands at the eleventh place, not doubled, so the key is 9.
GOOD = ("10000000009", "79927398713", "00000000000")


@pytest.mark.parametrize("numero", GOOD)
def test_that_a_number_whose_key_is_right_is_taken(numero):
    assert is_valid(numero)


@pytest.mark.parametrize(
    "numero",
    ["", "1000000000", "100000000090", "10000000008", "97927398713", "1000000000a", "²0000000009"],
)
def test_that_any_other_is_not(numero):
    assert not is_valid(numero)


def test_that_one_wrong_digit_is_always_found():
    for place, digit in enumerate("79927398713"):
        for other in "0123456789":
            wrong = f"{'79927398713'[:place]}{other}{'79927398713'[place + 1 :]}"
            assert is_valid(wrong) == (other == digit)


def test_that_what_separates_the_digits_is_not_kept():
    assert chiffres(" 1000 000.000-9\u00a0") == "10000000009"
