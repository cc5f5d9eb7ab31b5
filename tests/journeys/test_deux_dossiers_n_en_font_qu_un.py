"""Two records of one person are made one in a few clicks, and are two again if it was wrong."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers

TO_JOIN, TO_SEPARATE = 3, 2
NOTE = "Vue au cabinet."


@pytest.fixture
def two(team):
    """Registered twice, the second time without an accent, and seen under that one."""
    first = team.patient("Légende", "Sophie", telephone="06 11 22 33 44")
    second = team.patient("Legende", "Sophie", telephone="", programme=None, debut=None)
    team.seance(second.id, date(2026, 11, 5), note_partagee=NOTE)
    return first, second


@pytest.fixture
def paul(sit, two):
    hands = sit(Role.MEDECIN)
    hands.go("dossier", patient_id=two[0].id)
    return hands


def notes(hands, patient):
    read = dossiers.dossier(hands.desk.office, patient.id)
    return [s.consultation.note_partagee for s in read.seances]


def join(hands, other):
    """From the record that stays."""
    hands.click(hands.page.header.menu_button)
    hands.click_action("Réunir avec un autre dossier…")
    hands.write(other.dossier)
    hands.key(Qt.Key.Key_Return)
    hands.click(hands.page.join_button)


def test_that_three_clicks_join_them(paul, two, counted):
    first, second = two
    counted.clicks = 0
    join(paul, second)
    assert counted.clicks <= TO_JOIN
    assert paul.at() == "dossier"
    assert notes(paul, first) == [NOTE]
    assert paul.page.header.title.text() == "LÉGENDE Sophie"


def test_that_two_more_separate_them_as_they_were(paul, two, counted):
    first, second = two
    join(paul, second)
    counted.clicks = 0
    paul.click(paul.window.toast.action_button)
    paul.click(paul.page.separate_button)
    assert counted.clicks <= TO_SEPARATE
    assert (notes(paul, first), notes(paul, second)) == ([], [NOTE])
    assert paul.window.context.navigator.current["patient_id"] == second.id
