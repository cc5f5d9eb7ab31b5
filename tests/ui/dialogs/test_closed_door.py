"""What is shown when the key file cannot be read."""

from pathlib import Path

from microstructure_desktop.store.failures import KeyringDamaged
from microstructure_desktop.ui.dialogs.closed_door import ClosedDoor
from tests.ui import a11y


def test_that_it_says_what_happened_and_offers_to_try_again(qtbot):
    page = ClosedDoor(KeyringDamaged(), Path("/ici"))
    qtbot.addWidget(page)
    page.show()
    assert page.problem.title() == KeyringDamaged.sentence
    with qtbot.waitSignal(page.retry_requested):
        page.retry_button.click()
    assert a11y.problems(page) == []
