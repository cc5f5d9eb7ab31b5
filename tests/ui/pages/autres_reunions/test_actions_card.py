"""Actions are added, written and taken back by the keyboard."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.domain.synthese import Decision, Etat
from microstructure_desktop.ui.pages.autres_reunions.actions_card import ActionsCard
from tests.ui import a11y

TWO = (Decision("a", "Commander"), Decision("b", "Appeler"))


@pytest.fixture
def card(theme, show, meeting):
    def shown(**changes):
        made = ActionsCard()
        made.opened = meeting(**changes)
        show(made, 800, 300)
        made.show_meeting(made.opened)
        return made

    return shown


def words(card):
    return [a.texte for a in card.actions_typed()]


def test_that_a_meeting_comes_back_as_it_was_shown(card):
    made = card(actions=TWO)
    assert a11y.problems(made) == []
    assert made.applied(made.opened.reunion) == made.opened.reunion


def test_that_an_action_is_given_to_who_will_see_it(card, team):
    desk, doctor = team[Role.SECRETARIAT].membre.id, team.medecin.membre.id
    offered = card(actions=TWO).rows[0].who
    assert (offered.findData(desk), offered.findData(doctor) > 0) == (-1, True)
    kept = card(actions=(Decision("a", "Commander", desk),))
    assert kept.actions_typed()[0].qui == desk


def test_that_one_is_added_once_the_last_is_written(qtbot, card):
    made = card()
    assert made._none.isVisible()
    with qtbot.waitSignal(made.edited):
        made.add_button.click()
    assert made.rows[0].what.hasFocus()
    made.add()
    assert len(made.rows) == 1
    made.rows[0].what.setText("Commander")
    made.rows[0].finished.emit()
    assert words(made) == ["Commander", ""]
    assert len({a.id for a in made.actions_typed()}) == 2


def test_that_one_is_taken_back(qtbot, card):
    made = card(actions=TWO)
    with qtbot.waitSignal(made.edited):
        made.rows[0].remove_button.click()
    assert words(made) == ["Appeler"]
    assert made.rows[0].what.accessibleName() == "Action\xa01"


def test_that_a_closed_meeting_is_only_read(card):
    made = card(etat=Etat.CLOSE, actions=TWO, points=(Point("Divers", "Dit."),))
    assert not made.add_button.isVisible()
    assert all(row.what.isReadOnly() for row in made.rows)
