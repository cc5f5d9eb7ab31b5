"""The scale scored last, beside the story."""

import pytest

from microstructure_desktop.domain.trajectoire import Trajectoire
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.last_scale_card import LastScaleCard
from microstructure_desktop.ui.widgets.trend import Trend
from tests.factories import PATIENT
from tests.reports.parcours_cases import question, serie
from tests.ui import a11y


@pytest.fixture
def card(show):
    made = show(LastScaleCard(), 300, 260)
    made.show_trajectoire(Trajectoire(PATIENT, (serie(), question(1))))
    return made


def test_that_its_name_its_sense_and_its_curve_are_there(card):
    assert card.title.text() == "AUDIT"
    assert card._tag.text() == "en baisse"
    assert len(card.findChildren(Trend)) == 1
    assert a11y.problems(card) == []


def test_that_it_leads_to_the_whole_trajectory(qtbot, card):
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.more_button.click()
    assert chosen.args == [Route("dossier", patient_id=PATIENT, onglet="evolution")]


def test_that_it_goes_when_no_scale_can_be_compared(card):
    one = serie(mesures=serie().mesures[:1])
    card.show_trajectoire(Trajectoire(PATIENT, (one, question(1))))
    assert not card.isVisible()
    card.show_trajectoire(Trajectoire(PATIENT, (serie(),)))
    assert card.isVisible()
    assert len(card.findChildren(Trend)) == 1
