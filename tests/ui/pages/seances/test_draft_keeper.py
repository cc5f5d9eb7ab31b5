"""What is typed reaches the store by itself, soon, and again when the disk refused it."""

from types import SimpleNamespace

import pytest

from microstructure_desktop.ui.pages.seances.draft_keeper import DraftKeeper


@pytest.fixture
def typed() -> dict:
    return {"note_partagee": "Dort"}


@pytest.fixture
def keeper(desk, sophie, typed) -> DraftKeeper:
    return DraftKeeper(desk.context.worker, "s1", sophie.id, lambda: dict(typed))


@pytest.fixture
def saved(keeper) -> list:
    found = []
    keeper.saved.connect(found.append)
    return found


def test_that_nothing_is_written_before_anything_is_typed(keeper, kept, settle):
    keeper.flush()
    settle()
    assert (kept("s1"), keeper.settled) == (None, True)


def test_that_a_pause_writes(keeper, kept, saved, team, qtbot):
    keeper.touch()
    assert not keeper.settled
    qtbot.waitUntil(lambda: bool(saved))
    assert kept("s1")["note_partagee"] == "Dort"
    assert (saved, keeper.settled) == ([team.clock()], True)


def test_that_steady_typing_is_written_too(keeper, saved, qtbot):
    def one_more_key():
        keeper.touch()
        return bool(saved)

    qtbot.waitUntil(one_more_key)  # it would never end if each key put the writing off
    assert not keeper.settled


def test_that_the_last_text_wins(keeper, typed, kept, settle):
    keeper.touch()
    keeper.flush()
    typed["note_partagee"] = "Dort mieux"
    keeper.touch()
    keeper.flush()
    assert kept("s1")["note_partagee"] == "Dort mieux"
    settle()
    assert keeper.settled


def test_that_nothing_is_written_while_held_and_it_is_when_released(
    keeper, typed, kept, saved, qtbot
):
    keeper.touch()
    keeper.hold()
    keeper.touch()
    keeper.flush()
    assert kept("s1") is None
    keeper.release()
    qtbot.waitUntil(lambda: bool(saved))
    assert kept("s1") is not None


def test_that_a_refusal_is_told_and_the_text_tried_again(keeper, kept, saved, settle, monkeypatch):
    failures = []
    keeper.failed.connect(failures.append)
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        keeper.touch()
        keeper.flush()
        settle()
    assert [type(f).__name__ for f in failures] == ["DiskFull"]
    assert (keeper.settled, keeper._timer.isActive(), saved) == (False, True, [])
    assert keeper.last == {"note_partagee": "Dort"}
    keeper._timer.timeout.emit()
    settle()
    assert kept("s1")["note_partagee"] == "Dort"
    assert keeper.settled
