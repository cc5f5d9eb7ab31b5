"""Rows, columns, and rows that wrap."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import (
    FlowLayout,
    boxed,
    clear,
    column,
    flow,
    halves,
    row,
)


def blocks(count: int, width: int = 100, height: int = 30) -> list[QWidget]:
    made = []
    for _ in range(count):
        block = QWidget()
        block.setFixedSize(width, height)
        made.append(block)
    return made


def test_that_pieces_of_a_row_are_what_they_look_like(show):
    first, last = blocks(2)
    holder = show(boxed(row(first, 20, last, None, spacing=0)), 500, 40)
    assert holder.layout().count() == 4
    assert last.x() == 120


def test_that_halves_share_the_room(show):
    narrow, wide = QWidget(), QWidget()
    wide.setMinimumWidth(150)
    show(boxed(halves(narrow, wide)), 516, 40)
    assert narrow.width() == wide.width() == 250


def test_that_a_column_stacks(show):
    first, last = blocks(2)
    show(boxed(column(first, row(last), None, spacing=5)), 500, 300)
    assert last.y() == 35


def test_that_one_piece_takes_what_room_the_others_leave(show):
    head, *_ = blocks(1)
    body, foot = QWidget(), QWidget()
    show(boxed(column(head, body, foot, spacing=0, grows=body)), 300, 200)
    assert (body.height(), foot.height()) == (170, 0)


def test_that_a_flow_wraps_when_there_is_no_room(show):
    parts = blocks(4)
    holder = show(boxed(flow(*parts, spacing=10)), 330, 200)
    assert [part.y() for part in parts] == [0, 0, 0, 40]
    assert holder.layout().heightForWidth(1000) == 30
    assert holder.layout().heightForWidth(100) == 150
    assert holder.layout().sizeHint().width() == 430
    assert holder.layout().minimumSize().width() == 100


def test_that_a_flow_skips_what_is_hidden(show):
    parts = blocks(3)
    layout = show(boxed(flow(*parts, spacing=10)), 400, 60).layout()
    parts[0].hide()
    assert layout.sizeHint().width() == 210
    assert layout.heightForWidth(210) == 30


def test_that_a_flow_gives_height_to_what_wraps(show):
    text = Paragraph("Une phrase assez longue pour aller à la ligne plusieurs fois ici. " * 3)
    holder = show(boxed(flow(text)), 200, 400)
    assert text.width() <= 200
    assert text.height() >= text.heightForWidth(text.width())
    assert holder.layout().hasHeightForWidth()


def test_that_a_flow_gives_back_its_items():
    made = FlowLayout()
    label = Label("Un")
    made.addWidget(label)
    assert made.itemAt(1) is None
    assert made.takeAt(3) is None
    assert made.takeAt(0).widget() is label
    assert made.count() == 0


def test_that_margins_are_kept(show):
    parts = blocks(1)
    holder = QWidget()
    layout = FlowLayout(spacing=2, margin=3)
    holder.setLayout(layout)
    layout.addWidget(parts[0])
    layout.setGeometry(QRect(0, 0, 200, 50))
    assert parts[0].geometry().topLeft().x() == 3
    assert layout.heightForWidth(200) == 36


@pytest.mark.parametrize("nested", [True, False])
def test_that_clearing_removes_everything(show, qtbot, nested):
    label = Label("Un")
    gone = []
    label.destroyed.connect(lambda: gone.append(True))
    body = column(row(label) if nested else label, 10, None)
    holder = show(boxed(body))
    clear(body)
    qtbot.waitUntil(lambda: gone == [True])
    assert body.count() == 0
    assert holder.findChildren(Label) == []
