"""A dialog follows the size of the text, up to that of the window."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.room import room_over


@pytest.mark.parametrize(
    ("percent", "window", "height"), [(100, 720, 620), (150, 720, 720), (150, 1080, None)]
)
def test_that_it_is_as_large_as_wanted_or_as_the_window(theme, qtbot, percent, window, height):
    theme.choose("clair", percent)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(1280, window)
    page = QWidget(ground)
    assert room_over(page, 860, 620) == QSize(look.px(860), height or look.px(620))
