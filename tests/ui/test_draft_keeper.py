"""What is typed reaches the store by itself, soon, and again when the disk refused it."""

from functools import partial
from types import SimpleNamespace

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import drafts
from microstructure_desktop.ui.draft_keeper import DELAY_MS, DraftKeeper
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.context.worker.drain()


@pytest.fixture
def typed() -> dict:
    return {"note": "Dort"}


@pytest.fixture
def keeper(desk, team, typed) -> DraftKeeper:
    patient = team.patient()

    def save(payload):
        return partial(
            drafts.save, genre=drafts.SEANCE, cible="s1", payload=payload, patient=patient.id
        )

    return DraftKeeper(desk.context.worker, lambda: dict(typed), save)


@pytest.fixture
def kept(desk):
    """What the draft says, as the store has it now."""

    def read():
        desk.context.worker.drain()
        found = drafts.load(desk.office, drafts.SEANCE, "s1")
        return found["note"] if found else None

    return read


@pytest.fixture
def saved(keeper) -> list:
    found = []
    keeper.saved.connect(found.append)
    return found


def test_that_the_delay_leaves_time_to_write_within_two_seconds():
    assert DELAY_MS <= 1_500


def test_that_nothing_is_written_before_anything_is_typed(keeper, kept, desk):
    keeper.flush()
    desk.settle()
    assert (kept(), keeper.settled) == (None, True)


def test_that_a_pause_writes(keeper, kept, saved, team, qtbot):
    keeper.touch()
    assert not keeper.settled
    qtbot.waitUntil(lambda: bool(saved))
    assert kept() == "Dort"
    assert (saved, keeper.settled) == ([team.clock()], True)


def test_that_steady_typing_is_written_too(keeper, saved, qtbot):
    def one_more_key():
        keeper.touch()
        return bool(saved)

    qtbot.waitUntil(one_more_key)  # it would never end if each key put the writing off
    assert not keeper.settled


def test_that_the_last_text_wins(keeper, typed, kept, desk):
    keeper.touch()
    keeper.flush()
    typed["note"] = "Dort mieux"
    keeper.touch()
    keeper.flush()
    assert kept() == "Dort mieux"
    desk.settle()
    assert keeper.settled


def test_that_nothing_is_written_while_held_and_it_is_when_released(keeper, kept, saved, qtbot):
    keeper.touch()
    keeper.hold()
    keeper.touch()
    keeper.flush()
    assert kept() is None
    keeper.release()
    qtbot.waitUntil(lambda: bool(saved))
    assert kept() is not None


def test_that_a_refusal_is_told_and_the_text_tried_again(keeper, kept, saved, desk, monkeypatch):
    failures = []
    keeper.failed.connect(failures.append)
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        keeper.touch()
        keeper.flush()
        desk.settle()
    assert [type(f).__name__ for f in failures] == ["DiskFull"]
    assert (keeper.settled, keeper._timer.isActive(), saved) == (False, True, [])
    assert keeper.last == {"note": "Dort"}
    keeper._timer.timeout.emit()
    desk.settle()
    assert kept() == "Dort"
    assert keeper.settled


def test_that_a_page_that_turns_takes_nothing_of_the_next(keeper, typed, kept, desk, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        keeper.touch()
        keeper.let_go()
        typed["note"] = "Une autre personne"
        desk.settle()
    assert (kept(), keeper.settled) == (None, False)
    keeper._timer.timeout.emit()
    desk.settle()
    assert (kept(), keeper.settled) == ("Dort", True)


def test_that_what_is_typed_while_held_is_kept_when_the_page_turns(keeper, typed, kept, desk):
    keeper.hold()
    keeper.touch()
    keeper.let_go()
    typed["note"] = "Une autre personne"
    assert kept() is None
    keeper.release()
    keeper.flush()
    assert kept() == "Dort"
