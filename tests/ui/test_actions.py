"""The registry of actions: each leads somewhere, and only who may do it sees it."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.access import allowed
from microstructure_desktop.ui import icons
from microstructure_desktop.ui.actions import (
    ACTIONS,
    PATIENT_ACTIONS,
    actions_for,
    patient_actions_for,
)
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.sections import PAGES

from .test_context import make_context


def test_that_each_has_its_own_name_a_page_that_exists_and_an_icon():
    every = (*ACTIONS, *PATIENT_ACTIONS)
    assert len({action.key for action in every}) == len(every)
    assert {action.icon for action in every} <= set(icons.names())
    routes = [a.leads for a in ACTIONS if isinstance(a.leads, Route)]
    routes += [a.route(PatientId("p")) for a in PATIENT_ACTIONS]
    assert {route.name for route in routes} <= set(PAGES)
    assert all("{}" in action.label for action in PATIENT_ACTIONS)


@pytest.mark.parametrize("role", Role)
def test_that_what_a_role_may_not_do_is_not_listed(role):
    for listed in (*actions_for(role), *patient_actions_for(role)):
        assert listed.permission is None or allowed(role, listed.permission)


def test_that_the_reception_registers_but_prepares_no_meeting():
    keys = {action.key for action in actions_for(Role.SECRETARIAT)}
    assert "nouveau" in keys
    assert not {"preparer", "reprise"} & keys
    assert patient_actions_for(Role.SECRETARIAT) == ()
    assert [a.key for a in patient_actions_for(Role.PSYCHOLOGUE)] == ["seance", "fiches"]


def test_that_an_action_does_what_it_says(theme, tmp_path, qtbot):
    context = make_context(theme, tmp_path)
    by_key = {action.key: action for action in ACTIONS}
    by_key["preparer"].do(context)
    assert context.navigator.current == Route("preparation")
    by_key["discretion"].do(context)
    assert context.discretion.on
    with qtbot.waitSignal(context.events.lock_requested):
        by_key["verrouiller"].do(context)
    undone = []
    context.undo.undo = lambda: undone.append(True)
    by_key["annuler"].do(context)
    assert undone == [True]
