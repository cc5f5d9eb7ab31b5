"""The bar that ends a form."""

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from tests.ui.a11y import problems


def test_that_buttons_stand_on_their_side_in_order(show):
    bar = FooterBar("Ctrl+Entrée termine")
    before, draft, end = Button("Précédente"), Button("Brouillon"), Button("Terminer", "primary")
    bar.add_left(before)
    bar.add_right(draft)
    bar.add_right(end)
    show(bar, 900)
    assert before.x() < bar.hint.x() < draft.x() < end.x()
    assert end.geometry().right() > 850
    assert problems(bar) == []


def test_that_the_hint_gives_way_to_the_buttons(show):
    bar = FooterBar("Ctrl+Entrée termine · Échap revient au dossier, rien n’est perdu")
    bar.add_right(Button("Terminer la séance", "primary"))
    show(bar, 320)
    assert bar.hint.toolTip() != ""
    bar.set_hint("")
    assert bar.hint.text() == ""
