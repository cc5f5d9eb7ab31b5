"""Typing the figures of a sheet."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services.shipped import shipped
from microstructure_desktop.ui.forms.scale_sheet import ScoreSheet, TotalsSheet, sheet
from microstructure_desktop.ui.widgets.line_edit import LineEdit

SCALES = {scale.id: scale for scale in shipped().instruments}


@pytest.fixture
def make(qtbot):
    def made(name):
        found = sheet(SCALES[name])
        qtbot.addWidget(found)
        found.show()
        found.heard = []
        found.changed.connect(found.heard.append)
        return found

    return made


def test_that_an_audit_is_ten_digits_and_enter(make, qtbot):
    audit = make("audit")
    assert isinstance(audit, ScoreSheet)
    with qtbot.waitSignal(audit.finished):
        qtbot.keyClicks(audit.editor, "4123314222")
        qtbot.keyClick(audit.editor, Qt.Key.Key_Return)
    assert len(audit.heard) == 10
    assert audit.heard[-1] == {
        str(n): value for n, value in enumerate([4, 1, 2, 3, 3, 1, 4, 2, 2, 2], 1)
    }


def test_that_totals_are_typed_with_a_comma_and_kept_as_they_are_when_unreadable(make, taper):
    had = make("had")
    assert isinstance(had, TotalsSheet)
    anxiety, depression = had.findChildren(LineEdit)
    taper(anxiety, "11")
    taper(depression, "7,5")
    assert had.heard[-1] == {"1": 11, "2": "7.5"}
    taper(depression, "sept")
    assert had.heard[-1] == {"1": 11, "2": "7,5sept"}


def test_that_no_line_is_kept_for_a_result_that_is_not_there(make):
    had = make("had")
    alone = had.sizeHint().height()
    had.show_result("Total : 11")
    assert had.sizeHint().height() > alone
    had.show_result("")
    assert had.sizeHint().height() == alone


def test_that_kept_figures_are_shown_without_telling_anybody(make):
    had, deta = make("had"), make("deta")
    had.show_cotes({"1": 11, "2": "7.5"})
    deta.show_cotes({"1": 1, "2": "oui", "x": 0})
    assert [line.text() for line in had.findChildren(LineEdit)] == ["11", "7,5"]
    assert deta.editor.values() == {1: 1}
    assert (had.heard, deta.heard) == ([], [])
