"""One window at a time: in the place of the former, emptied by the lock, told of our defects."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from microstructure_desktop.paths import Home
from microstructure_desktop.ui.dialogs.problem import Problem
from microstructure_desktop.ui.one_window import OneWindow


class Window(OneWindow):
    closed = False

    def _close(self) -> None:
        self.closed = True


@pytest.fixture
def one(theme, tmp_path):
    made = Window(Home(tmp_path), theme, lambda _home: None)
    yield made
    made.finish()
    if made.window is not None:
        made.window.close()


def test_that_a_window_takes_the_place_of_the_one_before(one):
    former = QLabel("Première")
    one._show(former)
    former.setGeometry(40, 50, 900, 700)
    one._show(QWidget())
    assert (one.window.isVisible(), former.isVisible()) == (True, False)
    assert one.window.geometry().getRect() == (40, 50, 900, 700)
    assert one.window.windowTitle() == "Microstructure"


def test_that_a_lock_closes_before_it_says_so(one):
    told = []
    one._events.session_locked.connect(lambda: told.append(one.closed))
    one._lock()
    assert told == [True]


def test_that_a_defect_is_told(one):
    one.tell_unexpected()
    one._show(QWidget())
    one.tell_unexpected()
    [problem] = one.window.findChildren(Problem)
    assert problem.isVisible()
    problem.close()
