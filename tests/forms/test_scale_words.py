"""A scale's answer as it is read."""

from decimal import Decimal

import pytest

from microstructure_desktop.forms import scoring
from microstructure_desktop.forms.scale_words import band_in_words, plain, scale_in_words
from microstructure_desktop.services.shipped import shipped

SCALES = {scale.id: scale for scale in shipped().instruments}
N = "\u00a0"


def keyed(*values):
    return {"version": 1, "cotes": {str(n): v for n, v in enumerate(values, 1)}}


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("deta", keyed(1, 0, 1, 0), f"2 sur{N}4"),
        (
            "audit",
            keyed(4, 1, 2, 3, 3, 1, 4, 2, 2, 2),
            (
                f"Total 24 sur{N}40 · Consommation 7 sur{N}12 · Dépendance 7 sur{N}12"
                f" · Conséquences 10 sur{N}16"
            ),
        ),
        ("epices", keyed(*[0] * 11), f"75,14 sur{N}100"),
        ("deta", keyed(1, 0), f"Cotation à terminer{N}: 2 sur{N}4"),
        ("had", keyed(11), f"Anxiété 11 sur{N}21 · Dépression pas de score"),
    ],
)
def test_that_scores_are_said_on_their_maximum_and_what_is_missing_too(name, answer, words):
    assert scale_in_words(SCALES[name], answer) == words


def test_that_an_answer_to_a_version_that_is_gone_is_shown_as_it_is():
    words = scale_in_words(SCALES["deta"], {"version": 9, "cotes": {"1": 1, "2": 0}})
    assert words.endswith("1 = 1, 2 = 0")
    assert "version 9" in words


def test_that_a_band_says_its_series_and_for_whom_when_that_is_not_known():
    answer = keyed(2, 1, 1, 0, 0, 0, 0, 1, 0, 2)["cotes"]
    unknown = [band_in_words(r) for r in scoring.resultat(SCALES["audit"], answer).reperes]
    assert f"Repère français, Homme{N}: Trouble de l’usage suspecté" in unknown
    man = scoring.resultat(SCALES["audit"], answer, sexe="H", age=40)
    assert band_in_words(man.reperes[0]) == f"Repère français{N}: Trouble de l’usage suspecté"


def test_that_a_figure_loses_only_its_needless_zeros():
    assert [str(plain(Decimal(v))) for v in ("40", "100.00", "62.50", "0.00")] == [
        *("40", "100", "62.5", "0"),
    ]
