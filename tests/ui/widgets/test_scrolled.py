"""What is too tall for its place moves up and down, and goes where the focus goes."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.scrolled import scrolled


def test_that_the_last_part_is_reached_by_the_keyboard(show):
    inner = QWidget()
    inner.setLayout(column(*(Button(f"Ligne {rank}") for rank in range(30))))
    area = show(scrolled(inner), 300, 120)
    first, *_, last = inner.findChildren(Button)
    assert area.horizontalScrollBar().maximum() == 0
    assert last.visibleRegion().isEmpty()
    first.setFocus()
    for _ in range(29):
        QTest.keyClick(area.focusWidget(), "\t")
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()
