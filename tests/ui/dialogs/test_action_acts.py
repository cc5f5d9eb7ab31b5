"""Done in one click, dropped with a reason, taken back by Ctrl+Z."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.services.actions_decidees import mes_actions
from microstructure_desktop.services.plan_de_soins import plans
from microstructure_desktop.ui.dialogs.action_acts import ActionActs
from tests.services.decided import a_decision, decided
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.notices = []
    made.context.events.notice_requested.connect(made.notices.append)
    yield made
    made.settle()


@pytest.fixture
def acts(desk, show):
    return ActionActs(desk.context, show(QWidget(), 800, 600))


@pytest.fixture
def waiting(team):
    sophie = team.patient()
    decided(team, sophie, a_decision())
    (found,) = mes_actions(team.psychologue).equipe
    return found


def said(desk, waiting):
    (found,) = plans(desk.office, waiting.patient.id).actions
    return found.action


def test_that_done_is_one_act_to_take_back(desk, acts, waiting):
    acts.done(waiting)
    assert said(desk, waiting).decision.suite is Suite.FAITE
    assert [n.text for n in desk.notices] == ["Action faite"]
    desk.context.undo.undo()
    assert said(desk, waiting).ouverte
    assert desk.notices[-1].text == "Action de nouveau à faire"


def test_that_dropping_asks_why(desk, acts, waiting):
    acts.drop(waiting)
    acts.dialog.accept_button.click()
    assert acts.dialog.isVisible()
    acts.dialog.usual.chip("Plus d’actualité").click()
    acts.dialog.accept_button.click()
    action = said(desk, waiting)
    assert (action.decision.suite, action.note) == (Suite.ABANDONNEE, "Plus d’actualité")


def test_that_what_is_over_already_is_said(desk, acts, waiting):
    acts.done(waiting)
    acts.done(waiting)
    desk.settle()
    assert desk.notices[-1].text.startswith("Cette action n’est plus à faire.")
