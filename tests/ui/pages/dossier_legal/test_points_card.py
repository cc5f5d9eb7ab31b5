"""Lines are ticked by hand; those that the program tells have no box."""

import pytest

from microstructure_desktop.services import dossier_legal
from microstructure_desktop.ui.pages.dossier_legal.points_card import PointsCard
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def card(team, theme, show):
    made = show(PointsCard("L’ordinateur"), 800, 700)
    made.lu = lambda: dossier_legal.dossier(team.medecin).groupes[0][1]
    made.show_points(made.lu(), may_write=True)
    return made


def test_that_what_the_program_tells_has_no_box(card):
    assert a11y.problems(card) == []
    assert list(card.seen) == ["verrou", "lieu"]
    assert not set(card.seen) & set(card.boxes)
    assert card.states["verrou"].text().startswith("Sur ce poste\u00a0: après 10\u00a0min. Dans")


def test_that_a_box_asks_for_its_line_and_says_its_day(card, team, qtbot):
    with qtbot.waitSignal(card.ticked) as ticked:
        card.boxes["disque"].click()
    assert ticked.args == ["disque", True]
    dossier_legal.cocher(team.medecin, "disque", TODAY)
    card.show_points(card.lu(), may_write=True)
    assert card.boxes["disque"].isChecked()
    assert card.states["disque"].text().startswith("Vérifié le 19/11/2026. Windows")
    assert card.boxes["disque"].accessibleDescription() == card.states["disque"].text()
    with qtbot.waitSignal(card.ticked) as ticked:
        card.boxes["disque"].click()
    assert ticked.args == ["disque", False]


def test_that_larger_letters_move_the_words_under_with_the_box(card, theme):
    margin = card.states["disque"].parentWidget().layout().contentsMargins
    narrow = margin().left()
    theme.choose("clair", 150)
    assert margin().left() > narrow


def test_that_who_only_reads_ticks_nothing(card):
    card.show_points(card.lu(), may_write=False)
    assert not any(box.isEnabled() for box in card.boxes.values())
