"""What is shown when the key file cannot be read."""

from pathlib import Path

from microstructure_desktop.store.failures import KeyringDamaged, StoreBusy
from microstructure_desktop.ui.dialogs.closed_door import WORD, ClosedDoor
from tests.ui import a11y


def test_that_it_says_what_happened_and_offers_to_try_again(qtbot):
    page = ClosedDoor(KeyringDamaged(), Path("/ici"))
    qtbot.addWidget(page)
    page.show()
    assert page.problem.title() == KeyringDamaged.sentence
    assert page.first() is page.retry_button
    assert not page.restore_button.isVisible()
    with qtbot.waitSignal(page.retry_requested):
        page.retry_button.click()
    assert a11y.problems(page) == []


def test_that_one_starts_afresh_only_once_the_word_is_typed(show, qtbot, taper):
    page = show(ClosedDoor(KeyringDamaged(), Path("/ici"), restore=True, afresh=True), 1280, 720)
    asked = []
    page.afresh_requested.connect(lambda: asked.append(True))
    assert a11y.problems(page) == []
    page.afresh_button.click()
    assert not page.dialog.accept_button.isEnabled()
    taper(page.dialog.word_edit, WORD)
    page.dialog.accept_button.click()
    assert asked == [True]
    page.refuse(StoreBusy())
    assert page.problem.title() == StoreBusy.sentence


def test_that_a_backup_comes_first_when_it_is_the_way_out(qtbot):
    page = ClosedDoor(KeyringDamaged(), Path("/ici"), restore=True)
    qtbot.addWidget(page)
    page.show()
    assert page.first() is page.restore_button
    with qtbot.waitSignal(page.restore_requested):
        page.restore_button.click()
    assert page.retry_button.isVisible()
    assert not page.afresh_button.isVisible()
    assert a11y.problems(page) == []
