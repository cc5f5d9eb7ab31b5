"""A line says all that is known of a file."""

from PySide6.QtWidgets import QLabel

from microstructure_desktop.ui.animateur.pages.reception.result_line import ResultLine
from microstructure_desktop.ui.animateur.pages.reception.wording import Dite
from microstructure_desktop.ui.widgets.buttons import Button
from tests.ui import a11y

DITE = Dite("Cabinet", "Refusé", "danger", "circle-alert", "Abîmé.", "Redemandez-le.", "x.msma")


def test_that_each_word_is_shown_and_a_button_has_its_place(show):
    button = Button("Écarter…", "link")
    line = show(ResultLine(DITE, button))
    said = " ".join(label.text() for label in line.findChildren(QLabel))
    assert all(word in said for word in ("Cabinet", "Refusé", "Abîmé.", "Redemandez-le.", "x.msma"))
    assert button.isVisible()
    assert a11y.problems(line) == []


def test_that_what_is_not_known_takes_no_room(show):
    short = show(ResultLine(Dite("Cabinet", "Accepté", "ok", "circle-check", "Compté.")))
    assert short.sizeHint().height() < ResultLine(DITE).sizeHint().height()
