"""Each part is shown with its version, and a new list replaces the former."""

from PySide6.QtWidgets import QApplication, QLabel

from microstructure_desktop.ui.pages.a_propos.versions_card import VersionsCard
from tests.ui import a11y


def test_that_what_is_shown_is_what_was_told_last(theme, show):
    card = show(VersionsCard(), 300, 400)
    card.show_lines((("Version", "0.1.0"), ("Qt", "6.11.2")))
    card.show_lines((("Version", "0.1.0"), ("Qt", "6.11.3"), ("Dossier", "C:\\a\\b")))
    QApplication.processEvents()
    texts = [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]
    assert "6.11.3" in texts
    assert "6.11.2" not in texts
    assert "C:\\\u200ba\\\u200bb" in texts
    assert a11y.problems(card) == []
