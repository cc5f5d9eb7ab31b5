"""A series in words, without any judgement."""

from dataclasses import replace
from decimal import Decimal

from microstructure_desktop.domain.trajectoire import Marque
from microstructure_desktop.ui.pages.patients.serie_words import (
    cut_offs_in_words,
    drawn,
    row_of,
    tag_of,
)
from tests.cabinet import TODAY
from tests.reports.parcours_cases import serie

SIX = Marque(Decimal(6), "trouble de l’usage suspecté", "Repère français")


def test_that_the_sense_is_told_in_one_colour():
    lower = serie()
    higher = replace(lower, mesures=(lower.mesures[1], lower.mesures[0]))
    same = replace(lower, mesures=(lower.mesures[1], lower.mesures[1]))
    levels = replace(lower, niveaux=((Decimal(9), "Bas"), (Decimal(24), "Haut")))
    found = [tag_of(s) for s in (lower, higher, same, levels)]
    assert [words for words, _ in found] == ["en baisse", "en hausse", "stable", "a changé"]
    assert len({kind for _, kind in found}) == 1
    assert tag_of(replace(lower, mesures=lower.mesures[:1])) == ("", "mute")


def test_that_a_row_says_where_it_stands():
    row = row_of(serie(), TODAY)
    assert row.spoken() == "AUDIT, 9 sur\xa040, 2\xa0oct., en baisse"


def test_that_cut_offs_are_named_by_their_source():
    assert cut_offs_in_words(serie()) == ""
    one = cut_offs_in_words(serie(marques=(SIX,)))
    assert one == "Pointillé\xa0: 6, trouble de l’usage suspecté (Repère français)"
    ten = Marque(Decimal("37.27"), "précarité", "Cetaf")
    two = cut_offs_in_words(serie(marques=(SIX, ten)))
    assert two.startswith("Pointillés\xa0: 6, trouble de l’usage suspecté · 37,27, précarité")


def test_that_the_curve_tells_its_points_and_its_cut_off(qtbot, theme):
    trend = drawn(serie(marques=(SIX,)))
    qtbot.addWidget(trend)
    told = trend.accessibleDescription()
    assert told == "AUDIT\xa0: 24 le 3\xa0mars, 9 le 2\xa0octobre. Repère\xa0: 6"


def test_that_levels_are_told_by_their_words(qtbot, theme):
    levels = ((Decimal(0), "Bas"), (Decimal(40), "Haut"))
    trend = drawn(serie(niveaux=levels))
    qtbot.addWidget(trend)
    assert "24 sur\xa040 le 3\xa0mars" in trend.accessibleDescription()
