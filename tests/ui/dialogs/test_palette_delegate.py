"""Headings and entries are as high as their words, and show their keys."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.palette_delegate import PaletteDelegate, native
from microstructure_desktop.ui.dialogs.palette_rows import Entry, Heading
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel

ROWS = (
    Heading("Actions"),
    Entry("Verrouiller", "lock", print, shortcut="Ctrl+L"),
    Entry("DELMAS Sophie", "user-round", print, "34 ans"),
    Entry("Verrouiller", "lock", print),
)


@pytest.fixture
def model(theme):
    made = RowsModel((Column("", str),))
    made.set_rows(ROWS)
    return made


def painted(model, at, state=QStyle.StateFlag.State_None):
    """The picture of one row."""
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 52)
    option.state = state
    option.widget = QListView()
    image = QImage(400, 52, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    PaletteDelegate().paint(painter, option, model.index(at, 0))
    painter.end()
    return image


def test_that_a_second_line_takes_more_room(model):
    delegate = PaletteDelegate()
    heights = [delegate.sizeHint(QStyleOptionViewItem(), model.index(at, 0)) for at in range(3)]
    assert [size.height() for size in heights] == [30, 38, 52]


def test_that_the_current_entry_is_marked_and_says_enter(model):
    selected = painted(model, 2, QStyle.StateFlag.State_Selected)
    assert selected.pixelColor(200, 5) == look.colour("selected")
    assert painted(model, 2).pixelColor(200, 5) == look.colour("surface")
    hovered = painted(model, 2, QStyle.StateFlag.State_MouseOver)
    assert hovered.pixelColor(200, 5) == look.colour("sunken")


def test_that_keys_are_shown_at_the_right(model):
    def differs(image, left):
        ground = QColor(look.colour("surface"))
        return any(
            image.pixelColor(x, y) != ground for x in range(left, 385) for y in range(10, 42)
        )

    assert differs(painted(model, 1), 320)
    assert not differs(painted(model, 3), 320)
    assert native("Ctrl+Shift+N").endswith("N")
    assert native("") == ""
