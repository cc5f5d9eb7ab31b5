"""One session from its draft to its record, whatever the store answers."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.seances.page import SeancePage
from microstructure_desktop.ui.pages.seances.sitting import Sitting


@pytest.fixture
def sitting(page) -> Sitting:
    return page._sitting


@pytest.fixture
def answers(sitting) -> list:
    found = []
    sitting.recorded.connect(lambda done: found.append(("recorded", done.consultation.duree)))
    sitting.doubted.connect(lambda doubts: found.append(("doubted", len(doubts))))
    sitting.refused.connect(lambda error: found.append(("refused", type(error).__name__)))
    sitting.dropped.connect(lambda: found.append(("dropped", None)))
    return found


def test_that_a_record_is_announced_once_and_leaves_nothing_to_do(sitting, answers, settle):
    sitting.finish()
    assert (sitting.busy, sitting.settled) == (True, False)
    settle()
    assert answers == [("recorded", 45)]
    assert (sitting.busy, sitting.settled) == (False, True)


def test_that_a_doubt_gives_the_hand_back(sitting, page, answers, settle):
    page.frame.form.facts.duree.set_value("180")
    sitting.finish()
    settle()
    assert answers == [("doubted", 1)]
    assert not sitting.busy
    sitting.finish()
    settle()
    assert answers[-1] == ("recorded", 180)


def test_that_a_refusal_gives_the_hand_back(sitting, answers, settle, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    sitting.finish()
    settle()
    assert answers == [("refused", "DiskFull")]
    assert not sitting.busy


def test_that_a_dropped_draft_is_not_written_again(sitting, page, answers, settle, kept, taper):
    taper(page.frame.form.note.shared.editor, "Dort")
    sitting.keeper.flush()
    sitting.drop()
    taper(page.frame.form.note.shared.editor, " mieux")
    page.leave()
    settle()
    assert answers == [("dropped", None)]
    assert kept(sitting.opened.id) is None


def test_that_nothing_tries_to_read_a_page_that_is_gone(desk, sophie, settle):
    page = SeancePage(desk.context)
    page.open(Route("seance", patient_id=sophie.id))
    settle()
    keeper = page._sitting.keeper
    keeper.touch()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
    assert not isValid(keeper)
