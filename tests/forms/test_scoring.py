"""Scores against published and hand-counted vectors, and answers that hold anything."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms import scoring
from microstructure_desktop.forms.instruments import Instrument

from .scales import keyed, ours, shipped, yes

SHIPPED = shipped()
HAD, WHOQOL = ours("had_items"), ours("whoqol_items")
PROTECTIVE = (2, 3, 4, 6, 7, 8, 9, 10, 11)
# The published vector gives 3, 4 and 26 once reversed; the sheet gives them as 6 minus that.
WHOQOL_SHEET = (4, 4, 4, 5, 4, 3, 4, 5, 3, 4, 5, 3, 4, 3, 4, 3, 4, 4, 5, 4, 3, 5, 4, 3, 4, 4)
SCALES = [*SHIPPED.values(), HAD, WHOQOL]

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
ROWS = st.integers(-1, 30).map(str) | st.text(max_size=4)
ANSWERS = JSON | st.dictionaries(ROWS, st.integers(-1, 9) | st.just("62.5") | JSON, max_size=12)


def scored(name: str, cotes: dict, **who) -> list[Decimal | None]:
    return [v.valeur for v in scoring.resultat(SHIPPED[name], cotes, **who).valeurs]


def said(name: str, cotes: dict, **who) -> list[tuple[str, str, str]]:
    found = scoring.resultat(SHIPPED[name], cotes, **who).reperes
    return [(repere.serie, repere.pour, repere.libelle) for repere in found]


def main(name: str, cotes: dict, **who) -> str:
    """What the first series says of the first score."""
    return said(name, cotes, **who)[0][2]


@pytest.mark.parametrize(
    ("name", "cotes", "expected"),
    [
        ("audit", keyed(4, 1, 2, 3, 3, 1, 4, 2, 2, 2), [24, 7, 7, 10]),
        ("audit", keyed(*[2] * 10), [20, 6, 6, 8]),
        ("audit", keyed(*[4] * 10), [40, 12, 12, 16]),
        ("audit", keyed(*[0] * 10), [0, 0, 0, 0]),
        ("audit", keyed(2, 1, 1, 0, 0, 0, 0, 1, 0, 2), [7, 4, 0, 3]),
        ("audit_c", keyed(2, 1, 1), [4]),
        ("face", keyed(3, 1, 0, 0, 0), [4]),
        ("face", keyed(2, 1, 4, 0, 0), [7]),
        ("face", keyed(4, 2, 4, 4, 0), [14]),
        ("face", keyed(4, 4, 4, 4, 4), [20]),
        ("deta", keyed(1, 0, 1, 0), [2]),
        ("cast", keyed(1, 1, 0, 0, 0, 0), [2]),
        ("cast", keyed(1, 1, 1, 1, 1, 1), [6]),
        ("cast", keyed(2, 2, 1, 1, 1, 0), [7]),
        ("cudit_r", keyed(4, 4, 4, 4, 4, 4, 4, 4), [32]),
        ("fagerstrom", keyed(3, 1, 1, 2, 0, 1), [8, 5]),
        ("dast_10", yes(10, 1, 4, 7), [4]),
        ("dast_10", yes(10), [1]),
        ("dast_10", yes(10, *range(1, 11)), [9]),
        ("dast_10", yes(10, 3), [0]),
        ("assist_alcool", keyed(1, 4, 5, 5, 0, 6, 3), [23]),
        ("assist_tabac", keyed(1, 6, 6, 0, None, 3, 6), [21]),
        ("assist_tabac", keyed(1, 6, 6, 7, None, 6, 6), [31]),
        ("assist_opioides", keyed(1, 6, 6, 7, 8, 6, 6, 2), [39]),
        ("epices", yes(11, *PROTECTIVE), ["0.00"]),
        ("epices", yes(11, 1, 5), ["100.00"]),
        ("epices", yes(11), ["75.14"]),
        ("epices", yes(11, *range(1, 12)), ["24.86"]),
        ("epices", yes(11, 1, 4, 6, 9, 11), ["53.84"]),
        ("epices", yes(11, 2, 5, 7, 9), ["61.54"]),
        ("phq_9", keyed(3, 0, 1, 2, 0, 0, 1, 0, 3), [10, 3, 3]),
        ("gad_7", keyed(3, 0, 1, 2, 0, 0, 1), [7, 3]),
        ("cows", keyed(4, 5, 4, 5, 5, 4, 4, 4, 4, 4, 5), [48]),
        ("cows", keyed(1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 0), [12]),
        ("cows", keyed(2, 3, 3, 3, 2, 2, 4, 2, 2, 2, 3), [28]),
        ("ciwa_ar", keyed(*[7] * 9, 4), [67]),
        ("who_5", keyed(1, 2, 3, 4, 5), [60]),
        ("had", keyed(11, 7), [11, 7]),
        ("whoqol_bref", keyed("53.57", "70.83", 75, "65.63"), ["53.57", "70.83", "75", "65.63"]),
        ("qols", keyed("84.5"), ["84.5"]),
    ],
)
def test_that_a_scale_scores_its_vector(name, cotes, expected):
    assert scoring.refus(SHIPPED[name], cotes) == {}
    assert scored(name, cotes) == [Decimal(value) for value in expected]


def test_that_items_kept_out_of_the_product_score_all_the_same():
    found = scoring.resultat(HAD, keyed(3, 1, 1, 0, 0, 2, 1, 3, 2, 0, 1, 1, 3, 0))
    assert [v.valeur for v in found.valeurs] == [11, 7]
    found = scoring.resultat(WHOQOL, keyed(*WHOQOL_SHEET))
    expected = ["53.57", "70.83", "75.00", "65.63"]
    assert [str(v.valeur) for v in found.valeurs] == expected


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.id)
def test_that_a_score_reaches_both_ends_of_its_range(scale: Instrument):
    for score in scale.scores:
        reached = set()
        for up in (False, True):
            weights = dict(zip(score.cotes, score.poids, strict=True)) if score.poids else {}
            cotes = {}
            for cote in scale.cotes:
                rises = (weights.get(cote.n, 1) > 0) != (cote.n in score.inverses)
                cotes[str(cote.n)] = int(cote.bornes[up is rises])
            [found] = [v for v in scoring.resultat(scale, cotes).valeurs if v.score is score]
            reached.add(found.valeur)
        assert reached == {score.min, score.max}


@pytest.mark.parametrize(
    ("name", "cotes", "expected"),
    [
        ("audit", {"9": 1}, {9: "AUDIT 9 prend 0, 2 ou 4"}),
        ("audit", {"9": 2}, {}),
        ("audit", {"1": None}, {}),
        ("audit", {"1": True}, {1: "AUDIT 1 prend 0, 1, 2, 3 ou 4"}),
        ("audit", {"1": "2"}, {1: "AUDIT 1 prend 0, 1, 2, 3 ou 4"}),
        ("audit", {"1": 2.0}, {1: "AUDIT 1 prend 0, 1, 2, 3 ou 4"}),
        ("audit", {"11": 0}, {11: "AUDIT n’a pas de cote 11"}),
        ("audit", {"note": 3, "01": 9, "9" * 5000: 1}, {}),
        ("assist_tabac", {"5": 5}, {5: "ASSIST – tabac n’a pas de cote 5"}),
        ("epices", {"1": 2}, {1: "EPICES 1 prend oui ou non"}),
        ("epices", {"1": True}, {1: "EPICES 1 prend oui ou non"}),
        ("moca", {"1": 31}, {1: "MoCA 1 prend un nombre entre 0 et 30"}),
        ("moca", {"1": True}, {1: "MoCA 1 prend un nombre entre 0 et 30"}),
        ("moca", {"1": "-1"}, {1: "MoCA 1 prend un nombre entre 0 et 30"}),
        ("moca", {"1": "25.5"}, {1: "MoCA 1 prend un nombre entre 0 et 30"}),
        ("moca", {"1": 25.0}, {1: "MoCA 1 prend un nombre entre 0 et 30"}),
        ("moca", {"1": "26"}, {}),
        ("whoqol_bref", {"1": "62.5"}, {}),
        ("whoqol_bref", {"1": "62,5"}, {1: "WHOQOL-BREF 1 prend un nombre entre 0 et 100"}),
        ("whoqol_bref", {"1": "62.505"}, {1: "WHOQOL-BREF 1 prend un nombre entre 0 et 100"}),
        ("whoqol_bref", {"1": "NaN"}, {1: "WHOQOL-BREF 1 prend un nombre entre 0 et 100"}),
    ],
)
def test_that_a_refused_answer_is_told_what_the_row_takes(name, cotes, expected):
    assert scoring.refus(SHIPPED[name], cotes) == expected


def test_that_a_refused_answer_scores_nothing():
    cotes = keyed(2, 1, 1, 0, 0, 0, 0, 1, 1, 2)
    found = scoring.resultat(SHIPPED["audit"], cotes)
    assert (found.total, found.manquantes) == (None, (9,))


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "whoqol_bref"])
def test_that_nothing_is_scored_while_an_answer_is_missing(name):
    scale = SHIPPED[name]
    cotes = {str(cote.n): int(cote.bornes[1]) for cote in scale.cotes}
    assert scoring.resultat(scale, cotes).total == scored(name, cotes)[0] is not None
    for n in scale.main.cotes:
        left = {key: value for key, value in cotes.items() if key != str(n)}
        found = scoring.resultat(scale, left)
        assert (found.total, found.manquantes) == (None, (n,))
        assert not any(repere.score is scale.main for repere in found.reperes)


def test_that_a_sub_score_does_not_wait_for_the_rest():
    found = scoring.resultat(SHIPPED["phq_9"], keyed(3, 0))
    assert [v.valeur for v in found.valeurs] == [None, 3, None]
    assert found.manquantes == (3, 4, 5, 6, 7, 8, 9)


def test_that_a_row_out_of_every_score_is_never_awaited():
    found = scoring.resultat(SHIPPED["phq_9"], keyed(*[1] * 9))
    assert (found.total, found.manquantes) == (9, ())


@pytest.mark.parametrize(
    ("out", "expected"),
    [
        ((17, 18), ["45.00", "70.83", "75.00", "65.63"]),
        ((16, 17, 18), [None, "70.83", "75.00", "65.63"]),
        ((20, 21), ["53.57", "70.83", None, "65.63"]),
        ((8, 20, 5, 17, 18), ["45.00", "70.00", "75.00", "60.71"]),
        ((1, 8, 20, 5, 17, 18), [None] * 4),
    ],
)
def test_that_a_mean_bears_a_few_missing_answers_where_the_scale_says_so(out, expected):
    rows = enumerate(WHOQOL_SHEET, start=1)
    cotes = {str(n): value for n, value in rows if n not in out}
    found = [v.valeur for v in scoring.resultat(WHOQOL, cotes).valeurs]
    assert [value and str(value) for value in found] == expected


def test_that_a_sum_bears_them_too():
    scale = SHIPPED["gad_7"]
    kind = replace(scale, scores=(replace(scale.main, manquants_max=2),))
    assert scoring.resultat(kind, keyed(3, 2, 1, 1, 0)).total == 10  # 7 × 7 / 5, rounded
    assert scoring.resultat(kind, keyed(3, 2, 1, 1)).total is None


def test_that_halves_are_rounded_up():
    scale = SHIPPED["gad_7"]
    half = replace(scale, scores=(replace(scale.main, facteur=Decimal("0.5")),))
    assert scoring.resultat(half, keyed(1, 0, 0, 0, 0, 0, 0)).total == 1
    assert scoring.resultat(half, keyed(3, 2, 0, 0, 0, 0, 0)).total == 3


@pytest.mark.parametrize(
    ("cotes", "count", "words"),
    [
        (keyed(2, 0, 2, 2, 2, 0, 0, 0, 1), 5, "Évoque un syndrome dépressif majeur"),
        (keyed(2, 0, 2, 2, 1, 0, 0, 0, 1), 4, "Évoque un autre syndrome dépressif"),
        (keyed(0, 2, 0, 0, 1, 0, 0, 0, 1), 2, "Évoque un autre syndrome dépressif"),
        (keyed(2, 0, 1, 1, 1, 1, 1, 1, 0), 1, "Critères non réunis"),
        (keyed(1, 1, 3, 3, 3, 3, 3, 3, 3), 0, "Critères non réunis"),
    ],
)
def test_that_a_syndrome_counts_symptoms_one_of_which_is_interest_or_mood(cotes, count, words):
    assert scored("phq_9", cotes)[2] == count
    assert said("phq_9", cotes)[2] == ("Algorithme", "", words)


@pytest.mark.parametrize(
    ("name", "cotes", "sexe", "expected"),
    [
        ("audit", keyed(2, 1, 1, 0, 0, 0, 0, 1, 0, 2), "H", "Trouble de l’usage suspecté"),
        ("audit", keyed(2, 1, 1, 0, 0, 0, 0, 0, 0, 2), "H", "Pas de mésusage repéré"),
        ("audit", keyed(2, 1, 1, 0, 0, 0, 0, 0, 0, 2), "F", "Trouble de l’usage suspecté"),
        ("audit", keyed(2, 1, 0, 0, 0, 0, 0, 0, 0, 2), "F", "Pas de mésusage repéré"),
        ("audit_c", keyed(2, 1, 0), "H", "En dessous du repère"),
        ("audit_c", keyed(2, 1, 0), "F", "Mésusage possible"),
        ("face", keyed(3, 1, 0, 0, 0), "H", "Risque faible"),
        ("face", keyed(3, 1, 0, 0, 0), "F", "Consommation excessive"),
        ("face", keyed(4, 4, 0, 0, 0), "H", "Consommation excessive"),
        ("face", keyed(4, 1, 4, 0, 0), "H", "Dépendance probable"),
        ("face", keyed(4, 1, 4, 0, 0), "F", "Dépendance probable"),
    ],
)
def test_that_a_cut_off_goes_by_sex(name, cotes, sexe, expected):
    assert main(name, cotes, sexe=sexe) == expected


@pytest.mark.parametrize("sexe", ["", "AUTRE", "NR"])
def test_that_both_cut_offs_are_said_when_the_sex_is_not_known(sexe):
    found = scoring.resultat(SHIPPED["face"], keyed(3, 1, 0, 0, 0), sexe=sexe).reperes
    assert [(repere.sexe, repere.pour, repere.libelle) for repere in found] == [
        ("H", "Homme", "Risque faible"),
        ("F", "Femme", "Consommation excessive"),
    ]


def test_that_a_known_sex_is_not_repeated():
    [found] = scoring.resultat(SHIPPED["face"], keyed(3, 1, 0, 0, 0), sexe="H").reperes
    assert (found.sexe, found.pour, found.niveau) == ("H", "", "neutre")
    assert found.source == SHIPPED["face"].seuils[0].source


def test_that_sources_that_disagree_are_shown_side_by_side():
    assert said("audit", keyed(*[2] * 8, 0, 0), sexe="H") == [
        ("Repère français", "", "Trouble de l’usage suspecté"),
        ("OFDT", "", "Dépendance probable"),
        ("OMS", "", "Usage à risque ou nocif"),
    ]


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (15, []),
        (16, [("", "En dessous du seuil de précarité")]),
        (25, [("", "En dessous du seuil de précarité")]),
        (26, [("", "Précarité")]),
        (None, [("à partir de 26 ans", "Précarité"), ("de 16 à 25 ans", "En dessous du seuil")]),
    ],
)
def test_that_a_cut_off_goes_by_age(age, expected):
    cotes = yes(11, 1, 2, 3, 4, 9, 11, 10)  # 75,14 + 10,06 - 11,83 - 8,28 × 2 - 9,47 × 2 - 7,10
    assert scored("epices", cotes) == [Decimal("30.77")]
    found = said("epices", cotes, age=age)
    assert [pour for _, pour, _ in found] == [pour for pour, _ in expected]
    for (_, _, libelle), (_, words) in zip(found, expected, strict=True):
        assert libelle.startswith(words)


@pytest.mark.parametrize(
    ("name", "cotes", "expected"),
    [
        ("deta", keyed(1, 0, 0, 0), "En dessous du repère"),
        ("deta", keyed(1, 0, 1, 0), "Test positif"),
        ("cast", keyed(1, 1, 0, 0, 0, 0), "Risque faible ou nul"),
        ("cast", keyed(1, 1, 1, 1, 1, 1), "Risque faible"),
        ("cast", keyed(2, 2, 1, 1, 1, 0), "Risque élevé"),
        ("cudit_r", keyed(*[1] * 7, 0), "En dessous du repère"),
        ("cudit_r", keyed(2, *[1] * 6, 0), "Usage à risque"),
        ("cudit_r", keyed(2, 2, 2, *[1] * 4, 2), "Trouble de l’usage possible"),
        ("fagerstrom", keyed(3, 1, 1, 2, 0, 1), "Dépendance forte ou très forte"),
        ("dast_10", yes(10, 1, 4, 7), "Niveau modéré"),
        ("assist_alcool", keyed(1, 4, 3, 0, 0, 3, 0), "Risque faible"),
        ("assist_alcool", keyed(1, 4, 5, 5, 0, 6, 3), "Risque modéré"),
        ("assist_cannabis", keyed(1, 4, 3, 0, 0, 3, 0), "Risque modéré"),
        ("assist_tabac", keyed(1, 6, 6, 0, None, 3, 6), "Risque modéré"),
        ("assist_tabac", keyed(1, 6, 6, 6, None, 3, 6), "Risque élevé"),
        ("phq_9", keyed(3, 0, 1, 2, 0, 0, 1, 0, 3), "Modérée"),
        ("gad_7", keyed(3, 0, 1, 2, 0, 0, 1), "Légère"),
        ("had", keyed(11, 7), "Symptomatologie certaine"),
        ("had", keyed(8, 7), "Symptomatologie douteuse"),
        ("cows", keyed(1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 0), "Sevrage léger"),
        ("cows", keyed(2, 3, 3, 3, 2, 2, 4, 2, 2, 2, 3), "Sevrage modérément sévère"),
        ("cows", keyed(4, 5, 4, 5, 5, 4, 4, 4, 4, 4, 5), "Sevrage sévère"),
        ("moca", keyed(25), "À explorer"),
        ("moca", keyed(26), "Au-dessus du repère"),
    ],
)
def test_that_a_score_has_its_band(name, cotes, expected):
    assert main(name, cotes, sexe="H", age=40) == expected


def test_that_a_sub_score_has_its_own_band():
    assert said("fagerstrom", keyed(3, 1, 1, 2, 0, 1))[1] == ("HSI", "", "Dépendance forte")
    assert said("phq_9", keyed(3, 0)) == [("PHQ-2", "", "Test positif")]
    assert said("gad_7", keyed(3, 0)) == [("GAD-2", "", "Test positif")]
    assert said("had", keyed(11, 7))[1] == ("HAD", "", "Absence de symptomatologie")


@pytest.mark.parametrize(
    ("name", "cotes", "expected"),
    [
        ("phq_9", {"9": 1}, True),
        ("phq_9", {"9": 0}, False),
        ("phq_9", {"9": 7}, False),
        ("phq_9", {"8": 3}, False),
        ("assist_opioides", {"8": 2}, False),
        ("audit", {"9": 4}, False),
    ],
)
def test_that_an_answer_calls_for_something_before_the_scale_is_complete(name, cotes, expected):
    assert scoring.alerte(SHIPPED[name], cotes) is expected
    assert scoring.resultat(SHIPPED[name], cotes).alerte is expected


@given(scale=st.sampled_from(SCALES), cotes=ANSWERS, sexe=st.sampled_from(["", "F", "H", "AUTRE"]))
def test_that_answers_may_hold_anything(scale, cotes, sexe):
    found = scoring.resultat(scale, cotes, sexe=sexe)
    assert scoring.alerte(scale, cotes) is found.alerte
    refused = scoring.refus(scale, cotes)
    awaited = {cote.n for cote in scale.cotes if cote.cotee}
    assert set(refused) & awaited <= set(found.manquantes) <= awaited
    for valeur in found.valeurs:
        assert valeur.valeur is None or valeur.score.min <= valeur.valeur <= valeur.score.max


def test_that_the_first_series_of_cut_offs_divides_a_score():
    def divided(name: str, score: str, **who) -> list[tuple[Decimal, str, str]]:
        scale = SHIPPED[name]
        found = scale.score(score)
        assert found is not None
        return [(d, r.serie, r.pour) for d, r in scoring.cut_offs(scale, found, **who)]

    assert divided("audit", "total", sexe="H") == [(7, "Repère français", "")]
    assert divided("audit", "total", sexe="F") == [(6, "Repère français", "")]
    assert [pour for _, _, pour in divided("audit", "total", sexe="NR")] == ["Homme", "Femme"]
    assert [des for des, _, _ in divided("phq_9", "total")] == [5, 10, 15, 20]
    assert divided("audit", "dependance", sexe="F") == []
