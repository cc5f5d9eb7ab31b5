"""What waits for a network answers later, and keeps neither the window nor the store."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.elsewhere import Elsewhere
from microstructure_desktop.ui.worker import UnexpectedFailure


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []

    def hear(self, answer: object) -> None:
        self.answers.append((answer, threading.current_thread() is threading.main_thread()))


@pytest.fixture
def asker(qtbot) -> Asker:
    return Asker()


@pytest.fixture
def elsewhere(asker) -> Elsewhere:
    return Elsewhere(asker)


def test_that_the_answer_comes_back_on_the_thread_of_the_window(qtbot, asker, elsewhere):
    elsewhere.run(
        lambda: threading.current_thread() is threading.main_thread(), asker.hear, asker.hear
    )
    assert elsewhere.busy
    qtbot.waitUntil(lambda: not elsewhere.busy)
    assert asker.answers == [(False, True)]


def test_that_a_server_which_never_answers_keeps_nobody(qtbot, asker, elsewhere):
    never = threading.Event()
    elsewhere.run(never.wait, asker.hear, asker.hear)
    elsewhere.run(lambda: "autre", asker.hear, asker.hear)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == [("autre", True)]
    never.set()
    qtbot.waitUntil(lambda: not elsewhere.busy)


def test_that_a_refusal_is_told_as_it_is_and_a_defect_without_its_words(
    qtbot, asker, elsewhere, caplog
):
    def refuse():
        raise AppError("non")

    def fail():
        raise ValueError("https://secret.exemple.fr")

    elsewhere.run(refuse, asker.hear, asker.hear)
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    elsewhere.run(fail, asker.hear, asker.hear)
    qtbot.waitUntil(lambda: len(asker.answers) == 2)
    first, second = (answer for answer, _ in asker.answers)
    assert str(first) == "non"
    assert isinstance(second, UnexpectedFailure)
    assert "secret" not in caplog.text


def test_that_who_left_is_not_told(qtbot, elsewhere):
    gone, gate = Asker(), threading.Event()
    elsewhere.run(gate.wait, gone.hear, gone.hear)
    answers = gone.answers
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: not elsewhere.busy)
    assert answers == []
