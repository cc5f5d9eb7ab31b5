"""Drafts are written by themselves."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import fiches
from microstructure_desktop.ui.pages.fiches.draft_keeper import DELAY_MS, DraftKeeper, day_of

from .conftest import FORM, NOVEMBER

TYPED = {"jour": "2026-11-18", "alliance": "BONNE", "note_privee": "à moi"}


@pytest.fixture
def owner(qtbot):
    return QObject()


@pytest.fixture
def opened(team, patient):
    return fiches.start(team.psychologue, patient.id, FORM)


def drafted(team, patient):
    return fiches.start(team.psychologue, patient.id, FORM)


def test_that_the_delay_leaves_time_to_write_within_two_seconds():
    assert DELAY_MS <= 1_500


def test_that_a_change_is_written_by_itself(qtbot, desk, team, patient, opened, owner):
    keeper = DraftKeeper(desk.context.worker, lambda: TYPED, owner)
    keeper.watch(opened)
    with qtbot.waitSignal(keeper.saved, timeout=2_000):
        keeper.touch()
    found = drafted(team, patient)
    assert found.answers == TYPED
    assert found.jour == date(2026, 11, 18)


def test_that_steady_typing_does_not_put_off_the_writing(qtbot, desk, opened, owner):
    keeper = DraftKeeper(desk.context.worker, lambda: TYPED, owner)
    keeper.watch(opened)
    keeper.touch()
    qtbot.waitUntil(lambda: keeper._timer.remainingTime() < DELAY_MS - 100)
    keeper.touch()
    assert keeper._timer.remainingTime() < DELAY_MS - 100
    with qtbot.waitSignal(keeper.saved):
        keeper.flush()


def test_that_flushing_writes_at_once_and_once(desk, team, patient, opened, owner):
    keeper = DraftKeeper(desk.context.worker, lambda: TYPED, owner)
    keeper.watch(opened)
    keeper.touch()
    keeper.flush()
    assert desk.context.worker.drain()
    first = drafted(team, patient)
    keeper.flush()
    assert desk.context.worker.drain()
    assert first.brouillon
    assert not keeper._timer.isActive()


def test_that_nothing_is_written_without_a_change(desk, team, patient, opened, owner):
    keeper = DraftKeeper(desk.context.worker, lambda: TYPED, owner)
    keeper.watch(opened)
    keeper.flush()
    assert desk.context.worker.drain()
    assert not drafted(team, patient).brouillon


def test_that_another_fiche_does_not_get_the_changes_of_the_first(
    desk, team, patient, opened, owner
):
    keeper = DraftKeeper(desk.context.worker, lambda: TYPED, owner)
    keeper.watch(opened)
    keeper.touch()
    keeper.watch(None)
    keeper.flush()
    assert desk.context.worker.drain()
    assert not drafted(team, patient).brouillon


def test_that_a_refused_writing_is_told_and_tried_again(qtbot, desk, opened, owner):
    answers = {"note_privee": "\ud800"}
    keeper = DraftKeeper(desk.context.worker, lambda: answers, owner)
    keeper.watch(opened)
    keeper.touch()
    with qtbot.waitSignal(keeper.failed) as caught:
        keeper.flush()
    assert isinstance(caught.args[0], AppError)
    answers["note_privee"] = "lisible"
    with qtbot.waitSignal(keeper.saved):
        keeper.flush()


def test_that_the_day_of_a_fiche_is_the_one_answered(opened):
    assert day_of(opened, {"jour": "2026-11-18"}) == date(2026, 11, 18)
    assert day_of(opened, {"jour": "en mars"}) == NOVEMBER
    assert day_of(opened, {}) == NOVEMBER
