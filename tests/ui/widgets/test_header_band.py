"""The band on top of a page."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.avatar import Avatar
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.tabs import Tabs
from tests.ui.a11y import name_of, problems


def test_that_it_says_where_we_are(show):
    band = show(HeaderBand("Séance psychologue", "DELMAS Sophie", mark=Avatar("SD")), 900)
    band.set_tag("Brouillon")
    band.set_words("Séance", "COSTA Maria")
    band.set_tag("En cours", "info")
    assert band.title.text() == "Séance"
    assert band.subtitle.text() == "COSTA Maria"
    assert band.tag.isVisible()
    assert problems(band) == []


def test_that_there_is_a_way_back_when_told_so(show, qtbot):
    band = show(HeaderBand("Séance", back="Retour au dossier"), 600)
    with qtbot.waitSignal(band.back_clicked):
        qtbot.mouseClick(band.back_button, Qt.MouseButton.LeftButton)
    assert name_of(band.back_button) == "Retour au dossier"
    assert show(HeaderBand("Forfaits"), 600).back_button.isHidden()


def test_that_the_time_of_the_save_is_shown(show):
    band = show(HeaderBand("Séance"), 600)
    band.set_saved("Enregistré à 14:32")
    shown = band.saved.isVisible()
    band.set_saved("")
    assert shown
    assert band.saved.isHidden()


def test_that_actions_are_at_the_right(show):
    band = HeaderBand("DELMAS Sophie", large=True)
    action = Button("Nouvelle séance", "primary", "plus")
    band.add_action(action)
    show(band, 900)
    assert action.geometry().right() > 850


def test_that_tabs_stand_on_the_lower_edge(show):
    band = HeaderBand("DELMAS Sophie", "34 ans", large=True)
    tabs = Tabs((("vue", "Vue d’ensemble"), ("fiches", "Fiches")))
    band.add_tabs(tabs)
    show(band, 900)
    assert tabs.geometry().bottom() >= band.height() - 2
    assert band.grab().toImage().pixelColor(700, band.height() - 1) == look.colour("border")


def test_that_a_long_name_never_pushes_the_actions_out(show):
    band = HeaderBand("MARTINEAU-DE LA TOUR D’AUVERGNE Odile-Marie-Bernadette", large=True)
    band.add_action(Button("Nouvelle séance", "primary"))
    show(band, 480)
    assert band.minimumSizeHint().width() < 480
    assert band.title.toolTip() != ""


def test_that_a_line_stands_under_the_words_and_above_the_tabs(show):
    band = HeaderBand("DELMAS Sophie", "34 ans", large=True)
    line, tabs = Button("Equip’Addict", "link"), Tabs((("vue", "Vue d’ensemble"),))
    band.add_line(line)
    band.add_tabs(tabs)
    show(band, 900)
    assert band.subtitle.geometry().bottom() < line.geometry().top()
    assert line.geometry().bottom() < tabs.geometry().top()
    assert line.width() < 300
