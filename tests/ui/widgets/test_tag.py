"""A tag says one adjective in words."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.tag import Tag


@pytest.mark.parametrize(
    ("kind", "ground"),
    [("ok", "ok_bg"), ("info", "info_bg"), ("warn", "warn_bg"), ("danger", "danger_bg"),
     ("mute", "sunken")],
)  # fmt: skip
def test_that_a_tag_has_its_ground(show, kind, ground):
    tag = show(Tag("Épuisé", kind), 80)
    assert tag.grab().toImage().pixelColor(4, tag.height() // 2) == look.colour(ground)


def test_that_an_empty_tag_is_hidden(show):
    tag = show(Tag("Brouillon"))
    tag.set_tag("", "mute")
    hidden = tag.isHidden()
    tag.set_tag("Complète", "ok")
    assert hidden
    assert tag.isVisible()
    assert tag.text() == "Complète"


def test_that_a_short_tag_is_never_squeezed(show):
    tag = show(Tag("Suivi en cours", "ok"))
    assert tag.minimumSizeHint() == tag.sizeHint()


def test_that_a_long_tag_tells_the_rest(show):
    tag = show(Tag("Sans nouvelles depuis plus de deux mois"), 90)
    assert tag.minimumSizeHint().width() < tag.sizeHint().width()
    assert tag.toolTip() == "Sans nouvelles depuis plus de deux mois"
