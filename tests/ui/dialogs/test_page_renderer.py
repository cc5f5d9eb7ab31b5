"""Pages come one after the other, and an older order is given up."""

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.services import documents
from microstructure_desktop.ui.dialogs.page_renderer import PageRenderer

from . import papers

PDF = papers.document().pdf
COUNT = documents.page_count(PDF)


@pytest.fixture
def parent(theme):
    return QObject()


@pytest.fixture
def renderer(parent):
    made = PageRenderer(PDF, parent)
    yield made
    made.stop()


def test_that_pages_are_counted_then_drawn_in_order(qtbot, renderer):
    counted, drawn = [], []
    renderer.counted.connect(counted.append)
    renderer.drawn.connect(lambda number, picture: drawn.append((number, picture)))
    renderer.draw(72)
    qtbot.waitUntil(lambda: len(drawn) == COUNT)
    assert counted == [COUNT]
    assert [number for number, _ in drawn] == list(range(COUNT))
    assert {(p.width(), p.height()) for _, p in drawn} == {(596, 842)}
    inks = [papers.dark(picture) for _, picture in drawn]
    assert inks[0] > inks[-1] > 0


def test_that_a_new_order_replaces_the_one_under_way(qtbot, renderer):
    drawn = []
    renderer.drawn.connect(lambda _number, picture: drawn.append(picture.width()))
    for dpi in (200, 150, 72):
        renderer.draw(dpi)
    qtbot.waitUntil(lambda: drawn.count(596) == COUNT)
    assert len(drawn) < 3 * COUNT
    assert drawn[-COUNT:] == [596] * COUNT


def test_that_nothing_is_told_after_a_stop(qtbot, renderer):
    renderer.draw(72)
    renderer.stop()
    qtbot.waitUntil(lambda: renderer._pool.activeThreadCount() == 0)
    with qtbot.assertNotEmitted(renderer.drawn, wait=50):
        renderer.draw(72)  # the sheets may still ask while the dialog closes
        assert renderer._pool.waitForDone()
