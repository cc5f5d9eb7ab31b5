"""The scrolled part of a page, and its aside that gives way."""

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.page_body import PageBody


@pytest.fixture
def body(show):
    made = PageBody()
    made.card, made.side = Card("Séance"), Card("Forfait")
    made.fill(made.card)
    made.fill_aside(made.side)
    return show(made, 1000, 600)


def left_of(widget, body) -> int:
    return widget.mapTo(body, widget.rect().topLeft()).x()


def test_that_the_aside_has_its_width_beside(body):
    assert body.side.width() == 300
    assert body.side.height() < body.height() // 2
    assert body.card.height() < body.height() // 2
    assert left_of(body.side, body) > left_of(body.card, body) + 500


def test_that_the_aside_goes_under_when_narrow(body):
    body.resize(600, 600)
    QApplication.processEvents()
    assert left_of(body.side, body) == left_of(body.card, body)
    assert body.side.width() > 500
    body.resize(1000, 600)
    QApplication.processEvents()
    assert body.side.width() == 300


def test_that_a_page_may_have_no_aside(show):
    body = PageBody()
    body.main.addWidget(Label("Seul"))
    show(body, 300, 200)
    assert body.widget().width() == body.viewport().width()
