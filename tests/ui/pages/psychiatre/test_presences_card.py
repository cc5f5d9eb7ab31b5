"""Her hours of the month, and how to write them down."""

from dataclasses import replace

from microstructure_desktop.services.permanence_psychiatre import permanence
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.psychiatre.presences_card import PresencesCard
from tests.ui import a11y


def test_that_hours_and_absences_are_listed(qtbot, show, desk, people):
    card = show(PresencesCard(), 320, 300)
    found = permanence(desk.office)
    card.show_month(found)
    assert len(card.lines()) == 4
    assert card.lines()[-1].startswith("Absence du")
    card.show_month(replace(found, presences=(), absences=()))
    assert card.lines()[0].startswith("Aucune permanence")
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.hours_button.click()
    assert chosen.args == [Route("horaires")]
