"""The last step counts what was created and offers to take it back."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from microstructure_desktop.domain.ids import LotId, MembreId
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.ui.pages.reprise.done_step import DoneStep
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui.a11y import problems


def test_that_it_counts_and_can_be_undone(show, qtbot):
    step = show(DoneStep(), 900, 500)
    at = datetime(2026, 11, 19, 12, tzinfo=UTC)
    step.show_lot(Lot(LotId("l"), at, MembreId("m"), "CSV", 3, ("p", "q"), ("i",)))
    said = [part.text() for part in step.findChildren(Paragraph)]
    assert "2\u00a0dossiers créés, 1\u00a0inclusion" in said
    with qtbot.waitSignal(step.undo_asked) as asked:
        qtbot.mouseClick(step.undo_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["l"]
    assert problems(step) == []
