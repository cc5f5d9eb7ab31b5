"""A banner is in the page, says what happened, and offers the way out."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.banner import Banner, announce
from tests.ui.a11y import problems


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "danger"])
def test_that_each_kind_has_its_ground(show, kind):
    banner = show(Banner(kind, "Fiche à compléter", "Avant le 30 novembre", "Compléter"), 500)
    assert banner.grab().toImage().pixelColor(250, 5) == look.colour(f"{kind}_bg")
    assert problems(banner) == []


def test_that_it_is_hidden_without_a_message(show):
    banner = show(Banner())
    assert banner.isHidden() or banner.title() == ""
    banner.show_message("danger", "La clé USB n’est pas branchée", "L’export est gardé.")
    assert banner.isVisible()
    assert banner.title() == "La clé USB n’est pas branchée"
    assert banner.action_button.isHidden()
    banner.clear()
    assert banner.isHidden()


def test_that_its_button_is_told(show, qtbot):
    banner = show(Banner("warn", "Fiche à compléter", "", "Compléter"), 400)
    with qtbot.waitSignal(banner.action_clicked):
        qtbot.mouseClick(banner.action_button, Qt.MouseButton.LeftButton)


def test_that_long_news_wrap(show):
    banner = show(Banner("info", "Une nouvelle longue. " * 12, "Et sa suite. " * 20), 400)
    assert banner.heightForWidth(300) > banner.heightForWidth(900)


def test_that_announcing_needs_no_screen_reader(show):
    banner = show(Banner("info", "Enregistré"))
    announce(banner, "Enregistré")
    assert banner.title() == "Enregistré"
