"""A colleague's new passphrase is typed twice; what is wrong is said at its field."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.secours import OwnPassphrase
from microstructure_desktop.ui.pages.equipe.passphrase_dialog import PassphraseDialog
from tests.ui import a11y

NEW = "une autre phrase bien longue"


@pytest.fixture
def dialog(qtbot, team):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = PassphraseDialog(parent, team.psychologue.membre)
    made.asks = []
    made.asked.connect(made.asks.append)
    made.open()
    return made


def test_that_it_is_asked_once_it_is_typed_twice(dialog, taper):
    assert a11y.problems(dialog) == []
    assert "resteront scellées" in dialog.accessibleDescription()
    taper(dialog.new.edit, "court")
    dialog.give_button.click()
    assert "au moins 12" in dialog.new_field.error_text
    taper(dialog.new.edit, " mais plus long")
    dialog.give_button.click()
    assert "différentes" in dialog.again_field.error_text
    taper(dialog.again.edit, "court mais plus long")
    dialog.give_button.click()
    assert dialog.asks == ["court mais plus long"]


def test_that_a_refusal_can_be_tried_again_and_nothing_stays_after(dialog, taper):
    for edit in (dialog.new.edit, dialog.again.edit):
        taper(edit, NEW)
    dialog.give_button.click()
    dialog.refuse(OwnPassphrase())
    assert dialog.give_button.isEnabled()
    assert dialog.problem.isVisible()
    dialog.cancel_button.click()
    assert (dialog.new.text(), dialog.again.text()) == ("", "")
