"""A part is found by its name or by its licence, and its text follows the choice."""

from PySide6.QtCore import Qt

from microstructure_desktop.services.a_propos import Composant
from microstructure_desktop.ui.pages.a_propos.licences_card import LicencesCard
from tests.ui import a11y

from .scene import PARTS


def test_that_the_search_finds_a_name_or_a_licence(theme, show, qtbot, taper):
    card = show(LicencesCard(), 700, 600)
    card.show_parts([Composant(**part) for part in PARTS], whole=True)
    assert card.text.text() == "[LGPL-3]\n\nDu texte."
    assert card.from_sources.isHidden()
    taper(card.search, "bsd")
    card.search._on_paused()
    assert [part.nom for part in card.model.rows()] == ["SQLCipher"]
    assert card.text.text() == "[SQLCipher]"
    taper(card.search, "xyz")
    card.search._on_paused()
    assert card.table.isHidden()
    assert not card.nothing.isHidden()
    qtbot.keyClick(card.search, Qt.Key.Key_Escape)
    card.search._on_paused()
    assert len(card.model.rows()) == len(PARTS)
    qtbot.keyClick(card.search, Qt.Key.Key_Down)
    assert card.table.hasFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_Down)
    assert card.text.text() == "[SQLCipher]"
    assert a11y.problems(card) == []


def test_that_without_versions_no_column_stands_empty(theme, show):
    card = show(LicencesCard(), 700, 600)
    card.show_parts([Composant("Qt", "", "LGPL", "interface")], whole=False)
    assert card.table.isColumnHidden(1)
    assert not card.from_sources.isHidden()
    assert card.text.text() == "interface"
