"""A text elides or wraps; it is never cut and never widens the window."""

import pytest
from PySide6.QtGui import QPalette

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui.a11y import name_of

LONG = "Point sur la reprise du travail et relais TCC tabac, avec l’accord de la personne. " * 4


def test_that_a_label_gives_way_and_tells_the_rest(show):
    label = show(Label("MARTINEAU-DE LA TOUR Odile-Marie"), 80)
    assert label.toolTip() == "MARTINEAU-DE LA TOUR Odile-Marie"
    assert label.minimumSizeHint().width() <= 40
    label.resize(600, 30)
    assert label.toolTip() == ""


def test_that_a_paragraph_grows_in_height_when_narrow(show):
    paragraph = show(Paragraph(LONG), 600)
    assert paragraph.heightForWidth(200) > paragraph.heightForWidth(600) > 30
    assert paragraph.minimumSizeHint().width() <= 40


def test_that_lines_are_readable(show):
    one = Paragraph("Une ligne").heightForWidth(400)
    two = Paragraph("Une ligne\nDeux lignes").heightForWidth(400)
    line = two - one
    assert 1.35 <= line / look.current().font_px("secondary") <= 1.55


@pytest.mark.parametrize("kind", [Label, Paragraph])
def test_that_nothing_in_a_text_is_markup(show, kind):
    label = show(kind("<b>5 < 6 & 7</b>"))
    assert label.text() == "<b>5 < 6 & 7</b>"
    assert name_of(label) == "<b>5 < 6 & 7</b>"


def test_that_a_paragraph_keeps_its_lines(show):
    paragraph = show(Paragraph("Un\nDeux"))
    assert name_of(paragraph).splitlines() == ["Un", "Deux"]


def test_that_a_tone_wins_over_the_role(theme, show):
    label = show(Label("Urgent", "caption", tone="danger"))
    role = QPalette.ColorRole.WindowText
    red = label.palette().color(role)
    label.set_tone("")
    assert red == look.colour("danger")
    assert label.palette().color(role) == look.colour("text3")


def test_that_a_text_can_be_selected_when_told_so(show):
    paragraph = show(Paragraph(LONG))
    before = paragraph.textInteractionFlags()
    paragraph.set_selectable()
    assert paragraph.textInteractionFlags() != before


def test_that_a_paragraph_measures_anew_what_changed(theme, show):
    said = show(Paragraph("Un mot."), 300, 200)
    short = said.heightForWidth(200)
    assert said.heightForWidth(200) == short
    said.setText("Une phrase bien plus longue. " * 8)
    long = said.heightForWidth(200)
    assert long > short
    assert said.heightForWidth(600) < long
    theme.choose("clair", 150)
    assert said.heightForWidth(200) > long
