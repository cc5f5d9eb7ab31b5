"""The settings apply at once and are kept; the places of the data are said."""

from microstructure_desktop import settings
from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur.pages.reglages.page import ReglagesPage
from tests.ui import a11y


def test_that_the_look_changes_at_once_and_is_kept(world, opened):
    page = opened(ReglagesPage)
    told = []
    world.context.events.settings_changed.connect(told.append)
    page.appearance.theme.set_value("sombre")
    page.appearance.theme.changed.emit("sombre")
    assert look.current().name == look.DARK
    assert settings.load(world.desk.home.settings_file).theme == "sombre"
    assert told == [world.context.settings]


def test_that_the_places_are_said(world, opened):
    page = opened(ReglagesPage)
    assert page.registre.text().endswith("registre.db")
    assert page.cles.text().endswith("cles.age")
    assert page.first_focus() is page.appearance.theme
    assert a11y.problems(page) == []
