"""A table of the report stands as it will be printed."""

from PySide6.QtCore import Qt

from microstructure_desktop.services.rapport_annuel import TableauImprime
from microstructure_desktop.ui.pages.rapport.table_card import TableCard
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y

TABLE = TableauImprime(
    "Sexe",
    ("2026", "Part", "Dit"),
    (("Femme", "12 sur 24", "50 %", "Souvent"), ("Homme", "—", "parmi 8", "")),
    "Hors de ces parts : 1 réponse non connue.",
)


def cell(card, row, column):
    return card.grid.itemAtPosition(row, column).widget()


def test_that_every_word_is_there_in_its_place(show):
    card = show(TableCard(TABLE), 700)
    assert a11y.problems(card) == []
    assert [cell(card, 0, c).text() for c in range(4)] == ["Sexe", "2026", "Part", "Dit"]
    assert [cell(card, 4, c).text() for c in range(4)] == ["Homme", "—", "parmi 8", ""]
    assert TABLE.note in [p.text() for p in card.findChildren(Paragraph)]


def test_that_figures_stand_right_and_words_left(show):
    card = show(TableCard(TABLE), 700)
    right = [bool(cell(card, 2, c).alignment() & Qt.AlignmentFlag.AlignRight) for c in (1, 2, 3)]
    assert right == [True, True, False]
