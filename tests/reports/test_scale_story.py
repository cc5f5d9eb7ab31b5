"""A scored scale on paper: scores, bands with their source, values by number, credit."""

from microstructure_desktop.reports.scale_story import scale
from microstructure_desktop.reports.styles import MARGINALIA, STRONG
from tests.forms.scales import keyed, shipped, yes
from tests.reports.reading import plain

AUDIT = shipped()["audit"]
RISKY = keyed(2, 1, 1, 0, 0, 0, 0, 1, 0, 2)  # 7: 4 of consumption, 3 of consequences


def said(instrument, cotes, *, version=1, sexe="H", age=40):
    answer = {"version": version, "cotes": cotes}
    return [plain(text) for text, _ in scale(instrument, answer, sexe=sexe, age=age)]


def test_that_every_score_has_its_maximum_and_the_first_stands_out():
    lines = said(AUDIT, RISKY)
    assert lines[0] == "Total : 7 sur 40"
    assert lines[-5:-2] == ["Consommation : 4 sur 12", "Dépendance : 0 sur 12",
                            "Conséquences : 3 sur 16"]  # fmt: skip
    answer = {"version": 1, "cotes": RISKY}
    styles = [style for _, style in scale(AUDIT, answer, sexe="H", age=40)]
    assert styles.count(STRONG) == 1
    assert styles[0] is STRONG


def test_that_each_band_is_for_this_person_and_says_its_source_in_small():
    lines = said(AUDIT, RISKY)
    assert lines[1] == "Repère français : Trouble de l’usage suspecté"
    assert lines[2].startswith("Source : Alcool Info Service")
    assert "OFDT : En dessous du repère" in lines
    assert not any("Femme" in text for text in lines)
    six = keyed(2, 1, 1, 0, 0, 0, 0, 0, 0, 2)  # the cut-off of women, not of men
    assert "Repère français : Pas de mésusage repéré" in said(AUDIT, six)
    assert "Repère français : Trouble de l’usage suspecté" in said(AUDIT, six, sexe="F")
    both = said(AUDIT, six, sexe="NR")
    assert "Repère français, Homme : Pas de mésusage repéré" in both
    sources = [s for t, s in scale(AUDIT, {"version": 1, "cotes": six}, sexe="F", age=40)
               if t.startswith("Source")]  # fmt: skip
    assert sources == [MARGINALIA] * 3


def test_that_values_go_by_number_without_their_topic():
    lines = said(AUDIT, RISKY)
    assert (
        lines[-2] == "Cotes : 1 = 2, 2 = 1, 3 = 1, 4 = 0, 5 = 0, 6 = 0, 7 = 0, 8 = 1, 9 = 0, 10 = 2"
    )
    assert lines[-1] == "AUDIT, version 1 · 12 derniers mois · " + AUDIT.credit
    assert not any(cote.sujet in text for cote in AUDIT.cotes for text in lines)


def test_that_a_yes_or_no_value_is_in_words():
    deta = shipped()["deta"]
    lines = said(deta, yes(4, 1, 3))
    assert lines[0] == "2 sur 4"
    assert lines[-2] == "Cotes : 1 = Oui, 2 = Non, 3 = Oui, 4 = Non"


def test_that_an_unfinished_scale_has_no_score_and_a_strange_row_is_kept():
    lines = said(AUDIT, {"1": 2, "99": 7, "2": None})
    assert lines[0] == "Cotation à terminer : 1 sur 10"
    assert lines[1] == "Cotes : 1 = 2, 99 = 7"
    assert len(lines) == 3


def test_that_a_version_that_is_gone_is_shown_as_it_was_typed():
    (only,) = said(AUDIT, {"1": 2}, version=9)
    assert "version 9" in only
    assert "1 = 2" in only
