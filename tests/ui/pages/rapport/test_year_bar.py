"""The year moves by one, and never into the future."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui.pages.rapport.year_bar import YearBar
from tests.ui import a11y


def test_that_the_year_of_today_is_the_last(qtbot, show):
    bar = show(YearBar(2026), 240)
    assert a11y.problems(bar) == []
    assert not bar.after_button.isEnabled()
    with qtbot.waitSignal(bar.changed) as told:
        bar.before_button.click()
    assert (told.args, bar.label.text()) == ([2025], "2025")
    bar.set_year(2031)
    assert bar.year() == 2026


def test_that_the_keyboard_is_not_left_on_a_dead_button(show):
    bar = show(YearBar(2026), 240)
    bar.set_year(2025)
    bar.after_button.setFocus(Qt.FocusReason.TabFocusReason)
    bar.after_button.click()
    assert bar.before_button.hasFocus()
