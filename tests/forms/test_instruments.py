"""What a scale is made of, and what the shipped ones promise."""

from dataclasses import replace
from decimal import Decimal

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms import instrument_reader
from microstructure_desktop.forms.instruments import Cote, Mode, catalogue, remembering

from .scales import shipped

SHIPPED = shipped()
SUBSTANCES = [
    "cocaine",
    "amphetamines",
    "inhalants",
    "sedatifs",
    "hallucinogenes",
    "opioides",
    "autres",
]
RANGES = {
    "audit": (10, 0, 40),
    "audit_c": (3, 0, 12),
    "face": (5, 0, 20),
    "deta": (4, 0, 4),
    "cast": (6, 0, 24),
    "cudit_r": (8, 0, 32),
    "fagerstrom": (6, 0, 10),
    "dast_10": (10, 0, 10),
    **{f"assist_{name}": (8, 0, 39) for name in SUBSTANCES},
    "assist_tabac": (6, 0, 31),
    "assist_alcool": (7, 0, 39),
    "assist_cannabis": (7, 0, 39),
    "epices": (11, 0, 100),
    "phq_9": (10, 0, 27),
    "gad_7": (7, 0, 21),
    "cows": (11, 0, 48),
    "ciwa_ar": (10, 0, 67),
    "who_5": (5, 0, 100),
    "had": (2, 0, 21),
    "whoqol_bref": (4, 0, 100),
    "asi": (7, 0, 9),
    "moca": (1, 0, 30),
    "sows": (1, 0, 64),
    "ows": (1, 0, 30),
    "qols": (1, 16, 112),
    "pcl_5": (1, 0, 80),
}
SUB_SCORES = {
    ("audit", "consommation"): 12,
    ("audit", "dependance"): 12,
    ("audit", "consequences"): 16,
    ("fagerstrom", "hsi"): 6,
    ("phq_9", "phq_2"): 6,
    ("phq_9", "syndrome"): 9,
    ("gad_7", "gad_2"): 6,
    ("had", "depression"): 21,
    ("whoqol_bref", "environnement"): 100,
    ("asi", "psychique"): 9,
}


def test_that_the_shipped_scales_are_these():
    assert set(SHIPPED) == set(RANGES)


def test_that_every_shipped_id_is_written_once():
    files = [assets.text(*name) for name in assets.names("instruments")]
    found = [(i.id, i.version) for text in files for i in instrument_reader.load(text)]
    assert len(found) == len(set(found)) == len(RANGES)


@pytest.mark.parametrize("name", RANGES)
def test_that_a_shipped_scale_has_its_rows_and_its_range(name):
    scale = SHIPPED[name]
    found = (len(scale.cotes), scale.main.min, scale.main.max)
    assert found == RANGES[name]


@pytest.mark.parametrize(("name", "score"), SUB_SCORES)
def test_that_a_sub_score_has_its_greatest_value(name, score):
    assert SHIPPED[name].score(score).max == SUB_SCORES[name, score]


@pytest.mark.parametrize("name", RANGES)
def test_that_a_topic_is_no_sentence_of_the_sheet(name):
    for cote in SHIPPED[name].cotes:
        assert 0 < len(cote.sujet) <= 60
        assert "?" not in cote.sujet


@pytest.mark.parametrize("name", RANGES)
def test_that_a_cut_off_says_who_says_so_and_lies_in_the_range(name):
    scale = SHIPPED[name]
    for seuil in scale.seuils:
        score = scale.score(seuil.score)
        assert seuil.source
        assert seuil.serie
        assert seuil.depuis.isoformat() == "2026-11-01"
        assert score.min <= seuil.des <= score.max


@pytest.mark.parametrize("name", RANGES)
def test_that_each_scored_row_enters_a_score(name):
    scale = SHIPPED[name]
    entering = {n for score in scale.scores for n in score.cotes}
    assert entering == {cote.n for cote in scale.cotes if cote.cotee}


@pytest.mark.parametrize("name", RANGES)
def test_that_what_a_shipped_scale_says_follows_french_typography(name):
    scale = SHIPPED[name]
    said = [scale.nom, scale.periode, scale.licence, scale.credit]
    said += [cote.sujet for cote in scale.cotes] + [score.label for score in scale.scores]
    said += [text for s in scale.seuils for text in (s.libelle, s.serie, s.source)]
    for text in said:
        assert "'" not in text
        assert not any(f" {sign}" in text for sign in ":;?!»")


@pytest.mark.parametrize("name", ["had", "whoqol_bref", "moca", "asi", "sows", "ows", "qols"])
def test_that_a_scale_whose_items_are_protected_takes_totals_only(name):
    scale = SHIPPED[name]
    assert scale.mode is Mode.TOTAUX
    assert not any(cote.valeurs for cote in scale.cotes)


def test_that_a_score_answers_to_its_name():
    scale = SHIPPED["audit"]
    assert scale.main.id == "total"
    assert scale.score("dependance").label == "Dépendance"
    assert scale.score("rien") is None


def test_that_a_row_answers_to_its_number():
    scale = SHIPPED["assist_tabac"]
    assert scale.cote(6).sujet == "Inquiétude de proches"
    assert scale.cote(5) is None


def test_that_a_row_is_bounded_by_its_values_or_by_what_is_typed():
    assert SHIPPED["cows"].cote(11).bornes == (0, 5)
    assert SHIPPED["qols"].cote(1).bornes == (16, 112)
    assert Cote(1, "Total").bornes == (Decimal(0), Decimal(0))


def test_that_the_latest_version_knows_the_former_ones():
    first = SHIPPED["audit"]
    second, third = replace(first, version=2), replace(first, version=3)
    scale = catalogue([third, first, SHIPPED["face"], second])["audit"]
    assert scale.version == 3
    assert scale.of(3) is scale
    assert scale.of(2) == second
    assert scale.of(1) == first
    assert scale.of(4) is None


def test_that_kept_versions_are_former_ones_and_never_the_latest():
    one = SHIPPED["deta"]
    two, other = replace(one, version=2), replace(one, id="autre", version=3)
    found = remembering(catalogue([one]), [two, other])
    assert found["deta"].version == 1
    assert found["deta"].of(2) == two
    assert found["autre"] == other
