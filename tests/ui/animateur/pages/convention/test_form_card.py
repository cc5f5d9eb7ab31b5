"""What a convention says, to be changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from microstructure_desktop.ui.animateur.pages.convention.acts import Etat
from microstructure_desktop.ui.animateur.pages.convention.form_card import FormCard
from tests.animateur.cases import PROJET
from tests.ui import a11y

ETAT = Etat("3F2A", PROJET, 3, suit=True)


@pytest.fixture
def card(show):
    return show(FormCard(), 1000, 620)


def test_that_what_is_in_force_is_shown_and_given_back_unchanged(card, qtbot):
    card.show_state(ETAT)
    assert card.number.text() == "n°\xa03"
    assert not card.region.isEnabled()
    assert not card.news.isVisible()
    with qtbot.waitSignal(card.make_asked) as told:
        card.make_button.click()
    assert told.args == [PROJET]
    with qtbot.waitSignal(card.file_asked):
        card.file_button.click()
    assert a11y.problems(card) == []


def test_that_thresholds_and_the_day_change(card):
    card.show_state(ETAT)
    card.k.set_value("5")
    card.jour.set_value("28")
    assert card.projet() == replace(PROJET, k=5, jour_limite=28)
    assert card.k.findData("4") == card.k_activite.findData("4") == -1


def test_that_joining_the_people_of_a_year_is_agreed_on_purpose(card, qtbot):
    card.show_state(ETAT)
    assert not card.profils.isChecked()
    qtbot.mouseClick(card.profils, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert card.projet() == replace(PROJET, profils=True)
    card.show_state(replace(ETAT, projet=card.projet()))
    assert card.profils.isChecked()


def test_that_a_name_is_wanted(card, qtbot):
    card.show_state(replace(ETAT, projet=None, numero=0, suit=False))
    assert "Aucune convention" in card.news.title()
    assert card.region.isEnabled()
    assert not card.file_button.isVisible()
    with qtbot.assertNotEmitted(card.make_asked):
        card.make_button.click()
    assert card.name_field.error_text


def test_that_keys_that_changed_ask_for_another(card):
    card.show_state(replace(ETAT, suit=False))
    assert "Vos clés ont changé" in card.news.title()
