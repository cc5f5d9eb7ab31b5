"""A state is a way to the page that says more, with its own colour."""

from PySide6.QtCore import QPoint

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.state_button import StateButton
from tests.ui import a11y


def has(button, tone):
    image, wanted = button.grab().toImage(), look.colour(tone)
    points = (QPoint(x, y) for x in range(26) for y in range(image.height()))
    return any(near(image.pixelColor(point), wanted) for point in points)


def near(one, other):
    """Thin strokes are never quite in their own colour."""
    parts = zip(one.getRgb(), other.getRgb(), strict=True)
    return sum(abs(a - b) for a, b in parts) < 60


def test_that_its_sign_has_the_colour_of_the_state(show):
    button = show(StateButton("shield-alert", "Aucune sauvegarde", "danger", "sauvegardes"), 220)
    assert has(button, "danger")
    calm = show(StateButton("shield-check", "Sauvegardé", "ok", "sauvegardes"), 220)
    assert not has(calm, "danger")


def test_that_in_the_rail_it_is_an_icon_that_says_its_words(show):
    button = StateButton("shield-check", "Sauvegardé il y a 2 h", "ok", "sauvegardes")
    wide = button.sizeHint().width()
    button.set_rail(True)
    show(button, button.sizeHint().width())
    assert button.width() < wide
    assert button.toolTip() == "Sauvegardé il y a 2 h"
    assert a11y.problems(button) == []
