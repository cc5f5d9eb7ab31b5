"""Age bands are those of the code list, and hold every age."""

from microstructure_desktop.domain.indicateurs.tranches import CODES, tranche_age
from microstructure_desktop.services.shipped import shipped


def test_that_a_birthday_changes_the_band():
    found = [tranche_age(ans) for ans in (0, 17, 18, 24, 25, 29, 30, 39, 40, 49, 50, 59, 60, 120)]
    assert found == [
        "MOINS_18", "MOINS_18", "18_24", "18_24", "25_29", "25_29", "30_39", "30_39",
        "40_49", "40_49", "50_59", "50_59", "60_PLUS", "60_PLUS",
    ]  # fmt: skip


def test_that_the_bands_are_those_of_the_list():
    assert tuple(o.code for o in shipped().listes["CL08"].options) == CODES
