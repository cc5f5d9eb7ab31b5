"""Measures in plain words: no scale of ours is named by its initials."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.reports.parcours_words import HIGHER, LOWER, change, plain
from tests.forms.scales import shipped
from tests.reports.parcours_cases import question, serie

SHIPPED = shipped()
MAIN = [(scale.id, scale.main.id) for scale in SHIPPED.values()]


@pytest.mark.parametrize(("scale", "score"), MAIN)
def test_that_each_shipped_scale_has_plain_words(scale, score):
    words = plain(serie(titre=SHIPPED[scale].nom, echelle=scale, score=score))
    assert words is not None
    assert words.titre != SHIPPED[scale].nom
    assert words.sens in (LOWER, HIGHER)


def test_that_two_scales_are_never_called_the_same():
    titles = [plain(serie(echelle=scale, score=score)).titre for scale, score in MAIN]
    assert len(set(titles)) == len(titles)


def test_that_a_part_that_says_nothing_to_the_person_is_left_out():
    assert plain(serie(score="dependance", principal=False)) is None
    assert plain(serie(echelle="had", score="depression", principal=False)).titre == (
        "Baisse de moral"
    )


def test_that_a_scale_of_the_cabinet_and_a_question_keep_their_own_words():
    assert plain(serie(titre="Notre échelle", echelle="locale")).titre == "Notre échelle"
    assert plain(serie(echelle="locale", principal=False)) is None
    assert plain(question(3)).titre == "Question numéro 3"
    assert plain(replace(question(3), item="evolution")).titre == "Comment vous allez, selon vous"


def test_that_a_change_goes_from_the_first_measure_to_the_last():
    assert (
        change(serie()) == "24 sur\xa040 le\xa03\xa0mars → 9 sur\xa040 le\xa02\xa0octobre\xa02026"
    )
    mesures = serie().mesures
    longer = (
        replace(mesures[0], jour=date(2025, 1, 1)),
        replace(mesures[0], valeur=None),
        mesures[1],
    )
    told = change(serie(mesures=longer))
    assert told.startswith("24 sur\xa040 le\xa01er\xa0janvier\xa02025 →")
