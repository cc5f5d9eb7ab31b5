"""One number of a dashboard."""

from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.figure import Figure
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import name_of


def test_that_the_number_has_its_words_and_its_share(show):
    figure = show(Figure("File active", "psychologue"), 260)
    figure.set_value("24", 0.8, "patients suivis en 2026")
    words = [label.text() for label in figure.findChildren(Label)]
    assert words == ["File active", "24", "patients suivis en 2026"]
    assert name_of(figure.findChild(Bar)) == "80 %"
