"""A month and a year have a first and a last day, and the name that DHIS2 gives them."""

from datetime import date

import pytest

from microstructure_desktop.animateur.periode import Periode, periode


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("2024-02", Periode(date(2024, 2, 1), date(2024, 2, 29), "202402")),
        ("2025", Periode(date(2025, 1, 1), date(2025, 12, 31), "2025")),
    ],
)
def test_that_a_period_has_its_days(texte, attendu):
    assert periode(texte) == attendu


@pytest.mark.parametrize("texte", ["", "25", "2025-13", "abcd", "2025-10/2025-12"])
def test_that_anything_else_is_refused(texte):
    with pytest.raises(ValueError):  # noqa: PT011 -- whatever Python says of it
        periode(texte)
