"""Ways are added with an address and taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.animateur import projets
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.ui.animateur.pages.convention.ways_field import TYPES, WaysField
from tests.ui import a11y

MAIL = projets.voie(TypeCanal.COURRIEL, "animation@example.org")


@pytest.fixture
def field(show):
    return show(WaysField(), 900, 240)


def test_that_each_kind_has_a_name():
    assert set(TYPES) == set(TypeCanal)


def test_that_a_way_is_added_by_enter_and_taken_away(field):
    QTest.keyClick(field.adresse, Qt.Key.Key_Return)
    assert field.field.error_text == "Entrez l’adresse de cette voie."
    field.adresse.setText(" animation@example.org ")
    QTest.keyClick(field.adresse, Qt.Key.Key_Return)
    assert field.ways() == (MAIL,)
    assert field.adresse.text() == field.field.error_text == ""
    assert a11y.problems(field) == []
    field.removes[0].click()
    assert field.ways() == ()
    assert field.none.isVisible()


def test_that_paper_needs_no_address_and_ten_are_enough(field):
    field.kind.set_value(TypeCanal.PAPIER.value)
    field.add_button.click()
    assert field.ways() == (projets.voie(TypeCanal.PAPIER, ""),)
    field.set_ways([MAIL] * 10)
    assert not field.add_button.isEnabled()
