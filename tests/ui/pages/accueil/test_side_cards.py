"""The next meeting and last month's export."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import accueil
from microstructure_desktop.services.envois_attendus import Attendu, Quoi
from microstructure_desktop.services.syntheses import SyntheseLigne
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.side_cards import ExportCard, MeetingCard
from microstructure_desktop.ui.texts import NBSP

MEETING = SyntheseLigne(SyntheseId("s"), 3, date(2026, 11, 26), Etat.PREPAREE, 7, 0)


@pytest.fixture
def day(team):
    """A day with a meeting a week ahead."""
    found = accueil.accueil(team.psychologue)
    return replace(found, synthese=MEETING, prochaine_synthese=MEETING.jour, propositions=2)


@pytest.fixture
def card(show):
    return show(MeetingCard(), 300, 200)


def go(qtbot, card):
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.button.click()
    return chosen.args[0]


def test_that_the_meeting_says_when_and_about_how_many(qtbot, card, day):
    card.show_meeting(day)
    assert card._distance.text() == f"dans 7{NBSP}jours"
    assert card._day.text() == f"Jeudi 26{NBSP}novembre{NBSP}2026"
    assert card._agenda.text() == f"7{NBSP}situations à l’ordre du jour, 2{NBSP}proposées"
    assert go(qtbot, card) == Route("preparation", synthese_id="s")


def test_that_a_meeting_under_way_is_taken_up_again(qtbot, card, day):
    card.show_meeting(replace(day, synthese=replace(MEETING, etat=Etat.EN_COURS)))
    assert card.button.text() == "Reprendre"
    assert "proposée" not in card._agenda.text()
    assert go(qtbot, card) == Route("synthese", synthese_id="s")


def test_that_a_meeting_not_begun_tells_its_proposals(qtbot, card, day):
    card.show_meeting(replace(day, synthese=None))
    assert card._agenda.text() == f"2{NBSP}situations proposées"
    assert go(qtbot, card) == Route("preparation")


def test_that_a_role_without_meetings_sees_no_card(card, day):
    card.show_meeting(replace(day, synthese=None, prochaine_synthese=None))
    assert not card.isVisible()


def test_that_who_does_not_prepare_it_is_only_told_its_day(card, day):
    card.show_meeting(replace(day, synthese=None), prepares=False)
    assert card._day.text() == f"Jeudi 26{NBSP}novembre{NBSP}2026"
    assert not card.button.isVisible()
    assert not card._agenda.isVisible()


def test_that_last_month_waits_for_somebody_to_look(qtbot, show, day):
    card = show(ExportCard(), 300, 200)
    card.show_export(replace(day, export=Attendu(Mois(2026, 10), Quoi.REFUSE)))
    assert card.title.text() == "Export d’octobre"
    assert card.tag.text() == "Refusé"
    assert "refusé cet envoi" in card.said.text()
    assert go(qtbot, card) == Route("partage", mois="2026-10")
    card.show_export(replace(day, export=None))
    assert not card.isVisible()
