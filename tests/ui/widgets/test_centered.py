"""One card in the middle, whole in any window."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row


@pytest.fixture
def window(show) -> QWidget:
    made = QWidget()
    made.card, made.foot = Card("Bienvenue"), Label("Base chiffrée", "caption")
    made.card.setFixedWidth(400)
    made.text = Paragraph("Tout est gardé chiffré sur cet ordinateur. " * 12)
    made.card.body.addWidget(made.text)
    made.area = Centered(made.card, made, row(None, made.foot, None))
    return show(made, 1000, 700)


def test_that_the_card_is_in_the_middle_with_its_foot_under(window):
    corner = window.card.mapTo(window, window.card.rect().topLeft())
    assert corner.x() == 300
    assert corner.y() > 100
    assert window.foot.mapTo(window, window.foot.rect().topLeft()).y() > corner.y()


def test_that_a_low_window_scrolls_and_cuts_nothing(window):
    window.resize(500, 160)
    QApplication.processEvents()
    assert window.text.height() == window.text.heightForWidth(window.text.width())
    assert window.area.verticalScrollBar().maximum() > 0
