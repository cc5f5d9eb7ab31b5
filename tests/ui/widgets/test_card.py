"""A card is a white sheet; it can be sunken or chosen."""

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label


def ground(card):
    return card.grab().toImage().pixelColor(card.width() // 2, card.height() - 6)


def test_that_grounds_differ(show):
    card = show(Card("Suites"), 200, 100)
    sunken = show(Card(sunken=True), 200, 100)
    assert ground(card) == look.colour("surface")
    assert ground(sunken) == look.colour("sunken")
    sunken.set_chosen(True)
    assert ground(sunken) == look.colour("selected")


def test_that_the_header_holds_the_title_and_more(show):
    card = show(Card("Suites"), 300, 100)
    label = Label("5 / 6", "strong")
    card.header.addWidget(label)
    card.layout().activate()
    assert card.title.text() == "Suites"
    assert label.geometry().right() > 250


def test_that_a_card_may_have_no_title(show):
    card = show(Card(), 100, 40)
    card.body.addWidget(Label("Seul"))
    assert card.title is None
    assert card.body.count() == 1
