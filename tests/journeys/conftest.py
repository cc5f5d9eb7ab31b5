"""What journeys share: the dressed application, French typing, a seat, and counted presses."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import _light, taper, theme  # noqa: F401 -- fixtures

from .hands import sit_down
from .presses import Presses


@pytest.fixture
def counted():
    """Keys and clicks, counted from where the test sets them to 0."""
    made = Presses()
    yield made
    made.stop()


@pytest.fixture
def sit(team, theme, qtbot, taper):  # noqa: F811 -- fixtures
    """Sit a profession down at the window; lists close at the click that chooses in them."""
    patience = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    seats = []

    def seated(role):
        seats.append(sit_down(team, theme, role, qtbot, taper))
        return seats[-1]

    yield seated
    for seat in seats:
        seat.window.leave()
        seat.desk.settle()
    QApplication.setDoubleClickInterval(patience)
