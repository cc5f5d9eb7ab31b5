"""A number is the same however it is written."""

import pytest

from microstructure_desktop.domain.telephone import chiffres


@pytest.mark.parametrize(
    "written",
    ["0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78",
     "+33612345678", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78", " 06/12/34/56/78 "],
)  # fmt: skip
def test_that_every_notation_gives_the_same_digits(written):
    assert chiffres(written) == "0612345678"


def test_that_a_number_abroad_keeps_its_country():
    assert chiffres("+32 475 12 34 56") == "32475123456"
    assert chiffres("poste 12") == "12"
    assert chiffres("") == ""
