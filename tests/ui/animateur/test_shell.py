"""The window: sections, one page, the lock, and nothing that belongs to a cabinet."""

import pytest

from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.animateur.sections import SECTIONS
from microstructure_desktop.ui.animateur.shell import Shell
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.sidebar import Identity
from tests.ui import a11y


@pytest.fixture
def shell(world, show):
    made = Shell(world.context, SECTIONS, Identity("Animation", "RAMIP", "Registre", "R"))
    yield show(made, 1440, 900)
    made.leave()
    world.settle()


def go(world, name):
    world.context.navigator.go(Route(name))
    world.settle()


def test_that_a_section_is_opened_by_its_keys_and_escape_goes_back(world, shell):
    go(world, "reception")
    first = shell.page()
    shell.sidebar.button("mois").click()
    world.settle()
    assert shell.page() is not first
    world.context.navigator.back()
    world.settle()
    assert shell.page() is first
    assert a11y.problems(shell) == []


def test_that_nothing_speaks_of_patients(shell):
    assert not shell.sidebar.discreet_button.isVisible()
    assert not shell.sidebar.panel_button.isVisible()
    assert shell.windowTitle() == "Microstructure"


def test_that_the_lock_waits_as_long_as_it_is_told(world, shell, qtbot):
    world.context.events.settings_changed.emit(Settings(verrouillage_minutes=0))
    with qtbot.waitSignal(world.context.events.lock_requested):
        shell.idle_watch.check()
