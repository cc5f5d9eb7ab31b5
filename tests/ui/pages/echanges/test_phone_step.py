"""Six groups are shown; the two others can only come from a voice."""

import pytest

from microstructure_desktop.services import enrolement
from microstructure_desktop.ui.pages.echanges.phone_step import PhoneStep
from tests.services.conventions import coded, fichier, lus
from tests.ui import a11y


@pytest.fixture
def step(team, theme, show):
    coded(team.medecin)
    shown = show(PhoneStep(), 700, 400)
    shown.show_convention(enrolement.importer(team.medecin, fichier()))
    return shown


def test_that_the_groups_to_type_are_nowhere_on_the_screen(step):
    shown = step.groups.text()
    assert len(shown.split()) == 6
    assert not set(lus().split()) & set(shown.split())
    assert step.typed.text() == ""
    assert step.typed.placeholderText() == ""
    assert a11y.problems(step) == []


@pytest.mark.parametrize("typed", ["", "3F2A", "3F2A 91C", "3F2A 91C0 0B7D"])
def test_that_two_whole_groups_are_wanted(qtbot, step, taper, typed):
    taper(step.typed, typed)
    with qtbot.assertNotEmitted(step.heard):
        step.confirm_button.click()
    assert "deux groupes" in step.field.error_text


def test_that_they_are_told_as_typed_and_once(qtbot, step, taper):
    taper(step.typed, "3f2a 91c0")
    with qtbot.waitSignal(step.heard) as told:
        step.confirm_button.click()
    assert told.args == ["3f2a 91c0"]
    assert not step.confirm_button.isEnabled()
    step.refuse(enrolement.FingerprintDiffers())
    assert "relire" in step.field.error_text
    assert step.confirm_button.isEnabled()
    assert step.typed.selectedText() == "3f2a 91c0"
