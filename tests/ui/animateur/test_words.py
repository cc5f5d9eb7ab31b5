"""Words of several pages."""

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur import words


def test_that_each_way_has_its_words():
    assert set(words.CANAUX) == set(TypeCanal)
    assert words.way("papier") == "sur papier"
    assert words.way("pigeon") == ""


def test_that_a_title_leaves_out_what_is_not_known():
    assert words.titled("Cabinet", Mois(2026, 3)) == "Cabinet · mars\xa02026"
    assert words.titled("", None) == ""
