"""One action: what, who, when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.pages.autres_reunions.action_row import ActionRow
from tests import factories as make
from tests.ui import a11y

ANNE = make.a_membre(id="anne")
ACTION = Decision("a", "Commander", ANNE.id, "avant le 04/12")


@pytest.fixture
def row(theme, show):
    made = ActionRow(ACTION, [ANNE])
    made.place(1)
    return show(made, 800, 60)


def test_that_it_comes_back_as_it_was_shown(row):
    assert a11y.problems(row) == []
    assert row.action() == ACTION
    assert row.what.accessibleName() == "Action\xa01"


def test_that_every_edit_is_told(qtbot, row, taper):
    for edit in (row.what, row.when):
        with qtbot.waitSignal(row.edited):
            taper(edit, "é")
    row.who.set_value("")
    assert row.action().qui is None
    with qtbot.waitSignal(row.finished):
        QTest.keyClick(row.what, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.removed):
        row.remove_button.click()


def test_that_a_narrow_page_gives_the_action_a_line_of_its_own(row):
    assert row.who.mapTo(row, row.who.rect().topLeft()).y() < row.what.height()
    row.resize(420, 120)
    assert row.who.mapTo(row, row.who.rect().topLeft()).y() >= row.what.height()


def test_that_a_closed_meeting_is_only_read(row):
    row.set_read_only(closed=True)
    assert row.what.isReadOnly()
    assert row.when.isReadOnly()
    assert not row.who.isEnabled()
    assert not row.remove_button.isVisible()
