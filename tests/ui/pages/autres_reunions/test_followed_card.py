"""What the meetings before asked for opens the next one, and is done from there."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.autres_reunions.followed_card import FollowedCard
from microstructure_desktop.ui.pages.autres_reunions.reunion_page import ReunionPage
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.services.decided import a_decision, network_met
from tests.ui import a11y

CRISIS = TypeReunion.CRISE


@pytest.fixture
def card(desk, show):
    made = show(FollowedCard(desk.context, QWidget()), 800, 300)
    made.hide()
    return made


def words(card):
    return [line.decidee.action.decision.texte for line in card.list.lines()]


def test_that_nothing_to_follow_is_not_shown(card, meeting):
    card.show_followed(meeting(CRISIS))
    assert not card.isVisible()


def test_that_what_waits_is_shown_late_first(card, team, meeting):
    network_met(team, a_decision("Afficher", "1"), a_decision("Appeler", "2", echeance="15/10"))
    card.show_followed(meeting(CRISIS))
    assert card.isVisible()
    assert words(card) == ["Appeler", "Afficher"]
    assert (card.title.text(), card._many.text()) == ("Décidé les fois précédentes", "2")
    assert a11y.problems(card) == []


def test_that_a_closed_meeting_says_what_became_of_its_own(card, desk, team, meeting):
    closed = meeting(
        CRISIS, Etat.CLOSE, points=(Point("Divers", "Dit."),), actions=(a_decision("Afficher"),)
    )
    card.show_followed(closed)
    card.list.lines()[0].done_button.click()
    card.show_followed(autres_reunions.ouvrir(desk.office, closed.reunion.id))
    (line,) = card.list.lines()
    assert card.title.text() == "Ce que sont devenues les actions"
    assert card._many.text() == ""
    assert not line.done_button.isVisible()
    assert line.findChildren(Paragraph)[-1].text() == "faite le 19/11/2026 par C. Modèle"


def test_that_it_is_done_from_the_page_of_the_next_meeting(desk, show, team, meeting):
    network_met(team, a_decision("Afficher"))
    page = ReunionPage(desk.context)
    page.open(Route("reunion", reunion_id=meeting(CRISIS).reunion.id))
    show(page, 1160, 760)
    desk.settle()
    page.followed.list.lines()[0].done_button.click()
    desk.settle()
    assert not page.followed.isVisible()
    desk.context.undo.undo()
    desk.settle()
    assert words(page.followed) == ["Afficher"]
