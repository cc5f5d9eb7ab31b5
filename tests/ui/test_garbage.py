"""Cycles are collected where the widgets live, and nowhere else."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.ui.garbage import Garbage


class Knot:
    """Something that only the collector can free."""

    def __init__(self, freed):
        self.itself = self
        weakref.finalize(self, lambda: freed.append(threading.current_thread()))


@pytest.fixture
def parent(qtbot):
    gc.collect()
    yield QObject()
    gc.enable()


def test_that_another_thread_frees_nothing(parent):
    garbage = Garbage(parent)
    freed = []
    Knot(freed)
    other = threading.Thread(target=lambda: [[] for _ in range(100_000)] and None)
    other.start()
    other.join()
    assert freed == []
    crowd = [[] for _ in range(gc.get_threshold()[0] + 1)]
    garbage.collect()
    assert freed == [threading.main_thread()]
    assert crowd


def test_that_it_comes_by_itself(parent, qtbot):
    garbage = Garbage(parent)
    freed = []
    Knot(freed)
    crowd = [[] for _ in range(gc.get_threshold()[0] + 1)]
    garbage._timer.setInterval(1)
    qtbot.waitUntil(lambda: bool(freed))
    assert crowd


def test_that_nothing_is_looked_for_when_nothing_was_made(parent):
    garbage = Garbage(parent)
    freed = []
    Knot(freed)
    garbage.collect()
    assert freed == []
