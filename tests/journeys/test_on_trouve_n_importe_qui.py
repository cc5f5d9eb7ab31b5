"""From any page, anybody is found by a few keys, and any action by its words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route

from .hands import CONTROL

KEYS = 6  # Ctrl and K, three letters, Enter


@pytest.fixture
def people(team):
    return {
        nom: team.patient(nom, prenom, naissance=date(1979, 1, 30))
        for nom, prenom in (("Bernard", "Luc"), ("Delmas", "Sophie"), ("Lefebvre", "Zoé"))
    }


def press(hands, text):
    for sign in text:
        QTest.keyClick(hands.focus(), sign)
        hands.settle()


@pytest.mark.parametrize("page", ["accueil", "reunions", "reglages"])
def test_that_anybody_is_opened_by_six_keys(sit, people, counted, page):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go(page)
    counted.keys = 0
    hands.key(Qt.Key.Key_K, CONTROL)
    press(hands, "del")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.context.navigator.current == Route(
        "dossier", patient_id=people["Delmas"].id
    )
    assert counted.keys <= KEYS
    assert counted.clicks == 0


def test_that_a_name_heard_is_found_too(sit, people):
    hands = sit(Role.MEDECIN)
    hands.go("accueil")
    hands.key(Qt.Key.Key_K, CONTROL)
    press(hands, "lefaivre")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.context.navigator.current["patient_id"] == people["Lefebvre"].id


def test_that_a_session_begins_by_its_name_and_a_persons(sit, people, counted):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("accueil")
    hands.key(Qt.Key.Key_K, CONTROL)
    press(hands, "seance ber")
    hands.key(Qt.Key.Key_Return)
    assert hands.at() == "seance"
    assert hands.window.context.navigator.current["patient_id"] == people["Bernard"].id


def test_that_escape_changes_nothing(sit, people):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("accueil")
    hands.go("reglages")
    focus = hands.focus()
    hands.key(Qt.Key.Key_K, CONTROL)
    press(hands, "del")
    hands.key(Qt.Key.Key_Escape)
    assert hands.at() == "reglages"
    assert hands.focus() is focus


def test_that_each_section_of_the_window_is_an_action(sit, people):
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("accueil")
    hands.key(Qt.Key.Key_K, CONTROL)
    press(hands, "reglag")
    hands.key(Qt.Key.Key_Return)
    assert hands.at() == "reglages"
