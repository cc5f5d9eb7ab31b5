"""The idle watch tells once, and forgets as soon as somebody is back."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.idle import IdleWatch


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot, theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def watch(clock, window) -> IdleWatch:
    made = IdleWatch(5, clock, window)
    made.watch(window.windowHandle())
    made.told = []
    made.idle.connect(lambda: made.told.append(True))
    return made


def test_that_nothing_is_told_before_the_minutes_have_passed(watch, clock):
    clock.now += 5 * 60 - 1
    watch.check()
    assert watch.told == []


def test_that_it_is_told_once(watch, clock):
    clock.now += 5 * 60
    watch.check()
    watch.check()
    assert watch.told == [True]


@pytest.mark.parametrize(
    "touch",
    [
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_A),
        QTest.mouseMove,
        lambda handle: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
    ],
    ids=["key", "move", "click"],
)
def test_that_a_hand_on_the_machine_starts_the_count_again(watch, clock, window, touch):
    clock.now += 4 * 60
    touch(window.windowHandle())
    clock.now += 4 * 60
    watch.check()
    assert watch.told == []


def test_that_it_tells_again_after_somebody_was_back(watch, clock, window):
    clock.now += 600
    watch.check()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    clock.now += 600
    watch.check()
    assert watch.told == [True, True]


def test_that_the_minutes_can_change(watch, clock):
    watch.set_minutes(2)
    clock.now += 120
    watch.check()
    assert watch.told == [True]


def test_that_a_window_that_takes_the_focus_is_watched(watch, clock, qtbot, qapp):
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.show()
    qapp.focusWindowChanged.emit(dialog.windowHandle())
    clock.now += 4 * 60
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    clock.now += 4 * 60
    watch.check()
    assert watch.told == []


def test_that_the_time_asleep_counts(window, monkeypatch):
    """A computer without D-Bus that slept an hour locks as soon as it is awake."""
    asleep = {time.CLOCK_MONOTONIC: 50.0, time.CLOCK_BOOTTIME: 50.0}
    monkeypatch.setattr(time, "clock_gettime", asleep.__getitem__)
    watch = IdleWatch(5, parent=window)
    told = []
    watch.idle.connect(lambda: told.append(True))
    watch.check()
    assert told == []
    asleep[time.CLOCK_BOOTTIME] += 3_600
    watch.check()
    assert told == [True]
