"""Between two cabinets: wait, or be told that nothing changed."""

from microstructure_desktop.store.backup_failures import RestoreFailed
from microstructure_desktop.ui.dialogs.restore_end import RestoreEnd
from tests.ui import a11y


def test_that_a_failure_says_how_to_go_on(show, qtbot):
    page = show(RestoreEnd(), 1280, 720)
    assert not page.reopen_button.isVisible()
    assert a11y.problems(page) == []
    page.refuse(RestoreFailed("relecture"))
    assert "n’a pas été faite" in page.problem.title()
    assert page.reopen_button.hasFocus()
    assert a11y.problems(page) == []
    with qtbot.waitSignal(page.reopen_requested):
        page.reopen_button.click()
