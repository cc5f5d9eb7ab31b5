"""Nobody is both present and excused."""

import pytest

from microstructure_desktop.ui.pages.reunions.presence_card import PresenceCard
from tests.ui.a11y import problems


@pytest.fixture
def card(show, names, opened):
    made = show(PresenceCard(), 440, 400)
    made.show_people(names.membres, opened.synthese.presents, ())
    made.show_place("Au cabinet", remote=False)
    return made


def test_that_the_team_is_offered_doctors_first(card):
    labels = [chip.text() for chip in card.present._chips.values()]
    assert labels == ["Dr Exemple", "C. Modèle", "N. Témoin", "Dr Gabarit", "L. Canevas"]
    assert len(card.present.selected()) == 4
    assert problems(card) == []


def test_that_excusing_somebody_takes_them_away_from_the_present(qtbot, card, team):
    absent = team.psychologue.membre.id
    with qtbot.waitSignal(card.people_changed) as told:
        card.excused.chip(absent).click()
    presents, excuses = told.args
    assert absent not in presents
    assert excuses == (absent,)


def test_that_who_arrives_late_is_excused_no_more(qtbot, card, names, team):
    late = team.psychologue.membre.id
    card.show_people(names.membres, (), (late,))
    with qtbot.waitSignal(card.people_changed) as told:
        card.present.chip(late).click()
    assert told.args == [(late,), ()]


def test_that_the_place_is_told_as_typed(card, taper):
    told = []
    card.place_changed.connect(told.append)
    taper(card.place, " été")
    assert told[-1] == "Au cabinet été"


def test_that_a_closed_meeting_is_only_read(card):
    card.set_read_only(True)
    assert card.place.isReadOnly()
    assert not card.present.isEnabled()
    assert not card.excused.isEnabled()


def test_that_a_meeting_by_video_is_told(qtbot, card):
    with qtbot.waitSignal(card.remote_changed) as told:
        card.remote.click()
    assert told.args == [True]
    card.show_place("Au cabinet", remote=False)
    assert not card.remote.isChecked()
    card.set_read_only(True)
    assert not card.remote.isEnabled()
