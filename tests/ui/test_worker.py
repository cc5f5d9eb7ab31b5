"""The worker runs actions one after the other and answers on the interface's thread."""

import logging
import threading

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThread

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import UnexpectedFailure, Worker


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results = []
        self.failures = []
        self.threads = []

    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def on_failed(self, error: AppError) -> None:
        self.failures.append(error)
        self.threads.append(QThread.currentThread())


class FolderFull(AppError):
    sentence = "Le disque est plein."


class Office:
    """Stands where the store would: it only knows what it changed."""

    def __init__(self) -> None:
        self.changed: set[str] = set()

    def take_changes(self) -> frozenset[str]:
        taken, self.changed = frozenset(self.changed), set()
        return taken


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def worker(qapp, office, events) -> Worker:
    made = Worker(office, office.take_changes, events)
    yield made
    made.drain()


@pytest.fixture
def page() -> Page:
    return Page()


def test_that_the_answer_comes_back_on_the_interfaces_thread(worker, page, office, qtbot):
    ran_on = []

    def action(given: Office) -> bool:
        ran_on.append(QThread.currentThread())
        return given is office

    worker.run(action, page.on_done)
    assert worker.busy
    qtbot.waitUntil(lambda: bool(page.results) and not worker.busy)
    here = QCoreApplication.instance().thread()
    assert page.results == [True]
    assert page.threads == [here]
    assert ran_on[0] is not here


def test_that_actions_run_in_order_on_one_thread(worker, page, qtbot):
    idents = set()

    def action(rank: int) -> int:
        idents.add(threading.get_ident())
        return rank

    for rank in range(20):
        worker.run(lambda _office, rank=rank: action(rank), page.on_done)
    qtbot.waitUntil(lambda: len(page.results) == 20)
    assert page.results == list(range(20))
    assert len(idents) == 1


def test_that_a_foreseen_failure_is_handed_over(worker, page, qtbot):
    def action(_office: Office) -> None:
        raise FolderFull

    worker.run(action, page.on_done, page.on_failed)
    qtbot.waitUntil(lambda: bool(page.failures))
    assert isinstance(page.failures[0], FolderFull)
    assert page.results == []


def test_that_a_defect_is_logged_by_its_place_only(worker, page, qtbot, caplog):
    def action(_office: Office) -> None:
        raise ValueError("DELMAS Sophie")

    with caplog.at_level(logging.ERROR):
        worker.run(action, page.on_done, page.on_failed)
        qtbot.waitUntil(lambda: bool(page.failures))
    assert type(page.failures[0]) is UnexpectedFailure
    assert "ValueError at" in caplog.text
    assert "test_worker.py" in caplog.text
    assert "DELMAS" not in caplog.text


def test_that_a_defect_does_not_stop_the_next_action(worker, page, qtbot):
    worker.run(lambda _office: 1 // 0, page.on_done, page.on_failed)
    worker.run(lambda _office: 7, page.on_done, page.on_failed)
    qtbot.waitUntil(lambda: bool(page.results))
    assert page.results == [7]


def test_that_a_dead_page_is_not_answered(worker, page, qtbot):
    open_door = threading.Event()
    other = Page()

    def action(_office: Office) -> int:
        assert open_door.wait(5)
        return 1

    worker.run(action, page.on_done, page.on_failed)
    worker.run(lambda _office: 2, other.on_done)
    shiboken6.delete(page)
    open_door.set()
    qtbot.waitUntil(lambda: other.results == [2])
    assert page.results == []


def test_that_an_answer_already_on_its_way_is_dropped_with_its_page(worker, page, qtbot):
    worker.run(lambda _office: 1, page.on_done)
    assert worker.drain()
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: not worker._waiting)
    assert page.results == []


@pytest.mark.parametrize("callback", [print, lambda _result: None, [].append])
def test_that_only_methods_of_qobjects_are_called_back(worker, callback):
    with pytest.raises(TypeError):
        worker.run(lambda _office: None, callback)


def test_that_what_changed_in_the_store_is_told(worker, page, events, qtbot):
    told = []
    events.store_changed.connect(told.append)

    def action(office: Office) -> None:
        office.changed.add("patient")

    worker.run(action, page.on_done)
    worker.run(lambda _office: None, page.on_done)
    qtbot.waitUntil(lambda: len(page.results) == 2)
    qtbot.waitUntil(lambda: not worker._waiting)
    assert told == [frozenset({"patient"})]


def test_that_the_page_knows_before_the_lists_reload(worker, events, qtbot):
    order = []

    class Order(QObject):
        def on_done(self, _result: object) -> None:
            order.append("page")

    receiver = Order()
    events.store_changed.connect(lambda _kinds: order.append("lists"))
    worker.run(lambda office: office.changed.add("fiche"), receiver.on_done)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["page", "lists"]


def test_that_what_a_failed_action_wrote_is_told_too(worker, page, events, qtbot):
    def action(office: Office) -> None:
        office.changed.add("brouillon")
        raise FolderFull

    with qtbot.waitSignal(events.store_changed) as caught:
        worker.run(action, page.on_done, page.on_failed)
    assert caught.args == [frozenset({"brouillon"})]


def test_that_draining_waits_for_what_was_queued(worker):
    done = []
    for rank in range(5):
        worker.run(lambda _office, rank=rank: done.append(rank))
    assert worker.drain()
    assert done == [0, 1, 2, 3, 4]


def test_that_draining_gives_up_in_the_end(worker):
    open_door = threading.Event()
    worker.run(lambda _office: open_door.wait(5))
    gave_up = not worker.drain(0.01)
    open_door.set()
    assert gave_up
    assert worker.drain()
