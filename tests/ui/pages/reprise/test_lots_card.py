"""Past imports are listed; each that stands can be undone."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.ids import LotId, MembreId
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.services.reprise import LotVu
from microstructure_desktop.ui.pages.reprise.lots_card import LotsCard
from microstructure_desktop.ui.widgets.tag import Tag
from tests.ui.a11y import problems

AT = datetime(2026, 11, 19, 12, tzinfo=UTC)


def vu(name, **changes):
    return LotVu(Lot(LotId(name), AT, MembreId("m"), "CSV", 3, ("p",), **changes), "Dr Exemple")


def test_that_it_is_hidden_until_something_was_imported():
    card = LotsCard()
    card.show_lots(())
    assert card.isHidden()


def test_that_an_import_that_stands_is_undone_by_its_own_button(show, qtbot):
    card = show(LotsCard(), 700, 300)
    card.show_lots((vu("b"), vu("a"), vu("c", annule=True)))
    QApplication.processEvents()
    assert len(card.buttons) == 2
    assert [tag.text() for tag in card.findChildren(Tag) if tag.isVisible()] == ["Annulée"]
    assert "19" in card.buttons[1].accessibleName()
    with qtbot.waitSignal(card.undo_asked) as asked:
        qtbot.mouseClick(card.buttons[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["a"]
    assert problems(card) == []
