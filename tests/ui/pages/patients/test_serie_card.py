"""One measure over time, in a curve and in figures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.ui.pages.patients.serie_card import SerieCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.reports.parcours_cases import serie
from tests.ui import a11y


@pytest.fixture
def card(show):
    one = serie(note="Chaque version a sa courbe.")
    first, last = one.mesures
    return show(
        SerieCard(replace(one, mesures=(replace(first, fiche=FicheId("f1")), last))), 560, 520
    )


def cells(card):
    model = card.model
    return [
        [model.index(at, column).data() for column in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def test_that_the_table_holds_what_the_curve_draws_latest_first(card):
    assert cells(card) == [
        ["02/10/2026", "9 sur\xa040", "Dr Exemple · AUDIT"],
        ["03/03/2026", "24 sur\xa040", "Dr Exemple · AUDIT"],
    ]
    assert card.findChild(Tag).text() == "en baisse"
    assert a11y.problems(card) == []


def test_that_a_score_is_said_to_be_an_aid(card, show):
    words = [p.text() for p in card.findChildren(Paragraph)]
    assert words[0] == "Chaque version a sa courbe."
    assert words[1].startswith("Un score aide à en parler")
    question = show(SerieCard(serie(echelle="", item="envie", famille="Envies")), 560, 520)
    assert question.findChildren(Paragraph) == []
    assert "Envies" in [label.text() for label in question.findChildren(Label)]


def test_that_a_measure_leads_to_its_fiche_from_the_keyboard(qtbot, card):
    card.table.selectRow(1)
    with qtbot.waitSignal(card.mesure_chosen) as chosen:
        QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert chosen.args[0].fiche == "f1"


def test_that_a_measure_without_a_fiche_leads_nowhere(qtbot, card):
    card.table.selectRow(0)
    with qtbot.assertNotEmitted(card.mesure_chosen):
        QTest.keyClick(card.table, Qt.Key.Key_Return)


def test_that_a_measure_that_is_no_point_sorts_last(show):
    one = serie()
    gap = replace(one.mesures[0], valeur=None, libelle="pas de score")
    card = show(SerieCard(replace(one, mesures=(gap, *one.mesures))), 560, 520)
    card.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(card)] == ["9 sur\xa040", "24 sur\xa040", "pas de score"]
