"""People are named in full, or by what somebody beside the screen may see."""

from datetime import date

import pytest

from microstructure_desktop.ui.discretion import Discretion
from tests.factories import a_patient

SOPHIE = a_patient(
    nom="Légende",
    prenom="Sophie",
    numero=27,
    naissance=date(1992, 5, 14),
    telephone="06 12 34 56 78",
)


@pytest.fixture
def discretion():
    return Discretion()


def test_that_everything_is_said_at_first(discretion):
    assert not discretion.on
    assert discretion.name(SOPHIE) == "LÉGENDE Sophie"
    assert discretion.bare(SOPHIE) == "LÉGENDE Sophie"
    assert discretion.short(SOPHIE) == "LÉGENDE"
    assert discretion.birth(SOPHIE) == "14/05/1992"
    assert discretion.phone(SOPHIE) == "06 12 34 56 78"


def test_that_a_person_is_then_two_letters_and_a_number(discretion):
    discretion.switch(on=True)
    assert discretion.name(SOPHIE) == "S.\xa0L. · n°\xa00027"
    assert discretion.bare(SOPHIE) == "S.\xa0L."
    assert discretion.short(SOPHIE) == "S.\xa0L."
    assert discretion.birth(SOPHIE) == ""
    assert discretion.phone(SOPHIE) == ""


def test_that_a_change_is_told_once(qtbot, discretion):
    with qtbot.waitSignal(discretion.changed):
        discretion.toggle()
    with qtbot.assertNotEmitted(discretion.changed):
        discretion.switch(on=True)
    discretion.toggle()
    assert not discretion.on
