"""Indicators are read by theme, and none is lost."""

from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.services.activite_themes import THEMES, themes


def test_that_every_indicator_has_one_theme():
    placed = [code for theme in THEMES for code in theme.codes]
    assert len(set(placed)) == len(placed)
    assert not ({*MENSUELS, *ANNUELS} - set(placed))


def test_that_a_theme_without_figures_is_left_out():
    found = themes(["M05", "M01", "M02"])
    assert [(t.cle, t.codes) for t in found] == [("qui", ("M01", "M02")), ("actes", ("M05",))]


def test_that_what_no_theme_names_comes_last():
    (theme,) = themes(["Z2", "Z1"])
    assert (theme.cle, theme.codes) == ("autres", ("Z1", "Z2"))
