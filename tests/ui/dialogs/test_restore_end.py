"""Between two cabinets: wait."""

from microstructure_desktop.ui.dialogs.restore_end import RestoreEnd
from tests.ui import a11y
from tests.ui.discreet import texts


def test_that_it_says_to_leave_the_computer_on(show):
    page = show(RestoreEnd(), 1280, 720)
    assert any("N’éteignez pas l’ordinateur." in text for text in texts(page))
    assert a11y.problems(page) == []
