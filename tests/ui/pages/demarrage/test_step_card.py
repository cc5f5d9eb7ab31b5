"""A step says why, what shows it, and what can be done now."""

import pytest

from microstructure_desktop.services import demarrage
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.demarrage.step_card import WHERE, StepCard
from microstructure_desktop.ui.sections import PAGES
from tests.cabinet import TODAY
from tests.reports import received
from tests.ui import a11y


@pytest.fixture
def card(team, theme, show):
    def shown(etape_id, *, may_write=True):
        lignes = demarrage.demarrage(team.medecin).lignes
        ligne = next(x for x in lignes if x.definition.id == etape_id)
        return show(StepCard(ligne, may_write=may_write), 700, 260)

    return shown


def test_that_a_step_left_is_noted_or_proved(card, qtbot):
    left = card("lieu")
    assert a11y.problems(left) == []
    assert list(left.acts) == ["Noter comme faite", "Joindre un document"]
    with qtbot.waitSignal(left.note_asked):
        left.acts["Noter comme faite"].click()
    with qtbot.waitSignal(left.attach_asked):
        left.acts["Joindre un document"].click()


def test_that_a_step_noted_is_corrected_or_to_be_done_again(card, team, qtbot):
    demarrage.noter(team.medecin, "lieu", TODAY, "Mardi")
    done = card("lieu")
    assert list(done.acts) == ["Corriger", "À refaire", "Joindre un document"]
    with qtbot.waitSignal(done.undone_asked):
        done.acts["À refaire"].click()


def test_that_what_the_store_tells_leads_to_where_it_is_done(card, qtbot):
    left = card("inclusion")
    with qtbot.waitSignal(left.route_chosen) as chosen:
        left.acts["Ouvrir les patients"].click()
    assert chosen.args == [Route("patients")]
    assert {route.name for _, route in WHERE.values()} <= set(PAGES)
    assert list(card("comptes").acts) == ["Joindre un document"]


def test_that_who_only_reads_opens_papers_and_changes_nothing(card, team, qtbot):
    made = demarrage.joindre(team.medecin, "convention", "Convention 2026", received.pdf())
    read = card("convention", may_write=False)
    assert read.acts == {}
    (paper,) = [
        b for b in read.findChildren(type(card("lieu").acts["Noter comme faite"])) if b.text()
    ]
    with qtbot.waitSignal(read.open_asked) as opened:
        paper.click()
    assert opened.args == [made]
