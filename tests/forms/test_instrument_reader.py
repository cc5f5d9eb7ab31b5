"""Reading a scale: what is refused, and where it is said to be."""

from decimal import Decimal

import pytest

from microstructure_desktop.forms import instrument_reader, wording
from microstructure_desktop.forms.instruments import Alerte, Calcul
from microstructure_desktop.forms.toml_table import FormError

GOOD = """id = "essai"
version = 2
nom = "Essai"
periode = "7 jours"
mode = "items"
licence = "libre"
credit = "nous"

cote = [
  { n = 1, sujet = "Un", valeurs = [0, 2, 4] },
  { n = 2, sujet = "Deux", oui_non = true },
  { n = 3, sujet = "Trois", valeurs = [0, 1], cotee = false },
]

alerte = [{ n = 3, des = 1 }]

[[score]]
id = "total"
label = "Total"
somme = [1, 2]
poids = [1, -2.5]
constante = 2.5
decimales = 1

[[score]]
id = "nombre"
label = "Nombre"
compte = [1, 2]
atteint = [2, 1]
dont_un = [1]

[[seuil]]
score = "total"
serie = "Nous"
sexe = "F"
age_min = 16
age_max = 25
source = "essai"
depuis = 2026-11-01
bandes = [
  { des = 0, libelle = "Bas", niveau = "neutre" },
  { des = 5.5, libelle = "Haut", niveau = "alerte" },
]
"""

VARIANTS = """
variante = [{ id = "a", nom = "rouge" }, { id = "b", nom = "bleu" }]
"""

TOTALS = """id = "totaux"
version = 1
nom = "Totaux"
mode = "totaux"
licence = "libre"
cote = [{ n = 1, sujet = "Total", min = 0, max = 30, decimales = 2 }]

[[score]]
id = "total"
label = "Total"
moyenne = [1]
decimales = 2
"""


def faults(text: str) -> list[str]:
    with pytest.raises(FormError) as caught:
        instrument_reader.load(text)
    return [str(fault) for fault in caught.value.faults]


def test_that_a_scale_is_read_with_all_it_says():
    [scale] = instrument_reader.load(GOOD)
    assert (scale.id, scale.version, scale.nom) == ("essai", 2, "Essai")
    assert (scale.periode, scale.licence, scale.credit) == ("7 jours", "libre", "nous")
    assert [cote.valeurs for cote in scale.cotes] == [(0, 2, 4), (0, 1), (0, 1)]
    assert [cote.oui_non for cote in scale.cotes] == [False, True, False]
    assert [cote.cotee for cote in scale.cotes] == [True, True, False]
    assert scale.alertes == (Alerte(3, 1),)
    assert scale.source == GOOD


def test_that_the_range_of_a_score_is_worked_out():
    [scale] = instrument_reader.load(GOOD)
    total, count = scale.scores
    assert (total.min, total.max) == (Decimal("0.0"), Decimal("6.5"))
    assert total.poids == (1, Decimal("-2.5"))
    assert (count.calcul, count.min, count.max) == (Calcul.COMPTE, 0, 2)
    assert (count.atteint, count.dont_un) == ((2, 1), (1,))


def test_that_a_falling_factor_turns_the_range_round():
    text = TOTALS.replace("moyenne = [1]", "moyenne = [1]\nfacteur = -2\nconstante = 60")
    [scale] = instrument_reader.load(text)
    assert (scale.main.min, scale.main.max) == (0, 60)


def test_that_each_band_is_a_cut_off_with_what_its_series_shares():
    [scale] = instrument_reader.load(GOOD)
    low, high = scale.seuils
    assert (low.des, low.libelle, low.niveau) == (0, "Bas", "neutre")
    assert (high.des, high.libelle, high.niveau) == (Decimal("5.5"), "Haut", "alerte")
    for seuil in (low, high):
        assert (seuil.score, seuil.serie, seuil.source) == ("total", "Nous", "essai")
        assert (seuil.sexe, seuil.age_min, seuil.age_max) == ("F", 16, 25)
        assert seuil.depuis.isoformat() == "2026-11-01"


def test_that_totals_are_bounded():
    [scale] = instrument_reader.load(TOTALS)
    [cote] = scale.cotes
    assert (cote.min, cote.max, cote.decimales, cote.valeurs) == (0, 30, 2, ())


def test_that_a_file_with_variants_gives_one_scale_each():
    text = GOOD.replace("cote = [", VARIANTS + "cote = [", 1)
    text = text.replace("oui_non = true", 'oui_non = true, sauf = ["a"]')
    text = text.replace("cotee = false", 'cotee = false, pour = ["b"]')
    text = text.replace('serie = "Nous"', 'serie = "Nous"\npour = ["b"]')
    red, blue = instrument_reader.load(text)
    assert (red.id, red.nom) == ("essai_a", "Essai – rouge")
    assert (blue.id, blue.nom) == ("essai_b", "Essai – bleu")
    assert ([c.n for c in red.cotes], [c.n for c in blue.cotes]) == ([1], [1, 2, 3])
    assert (red.main.cotes, red.main.poids) == ((1,), (1,))
    assert (red.main.min, red.main.max) == (Decimal("2.5"), Decimal("6.5"))
    assert (red.alertes, blue.alertes) == ((), (Alerte(3, 1),))
    assert (len(red.seuils), len(blue.seuils)) == (0, 2)
    assert red.source == blue.source == text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"items"', '"autre"', wording.ONE_OF.format("mode", "items, totaux")),
        ('licence = "libre"', "", wording.MISSING_KEY.format("licence")),
        ('credit = "nous"', "poids = 3", wording.UNKNOWN_KEY.format("poids")),
        ("n = 1,", "n = 0,", "ligne 10, cote 1"),
        ('"Un"', f'"{"u" * 61}"', "ligne 10, cote 1"),
        ("[0, 2, 4]", "[0, 4, 2]", wording.ASCENDING.format("valeurs")),
        ("[0, 2, 4]", "[0, 2, 2]", wording.INTEGERS_ONCE.format("valeurs")),
        ("[0, 2, 4]", "[0, true]", wording.INTEGERS_ONCE.format("valeurs")),
        ("[0, 2, 4]", "[0, 1001]", wording.INTEGERS_ONCE.format("valeurs")),
        ("[0, 2, 4]", "[]", wording.INTEGERS_ONCE.format("valeurs")),
        ("[0, 2, 4]", "7", wording.INTEGERS_ONCE.format("valeurs")),
        ("oui_non = true", "oui_non = false", wording.MISSING_KEY.format("valeurs")),
        ("oui_non = true", "min = 0", wording.UNKNOWN_KEY.format("min")),
        ("oui_non = true", "oui_non = true, valeurs = [0, 1]", "valeurs"),
        ("oui_non = true", 'oui_non = true, sauf = ["a"]', wording.UNKNOWN_KEY.format("sauf")),
        ("{ n = 2", "{ n = 1", wording.DUPLICATE.format(1)),
        ('id = "nombre"', 'id = "total"', wording.DUPLICATE.format("total")),
        ("n = 3, des = 1", "n = 4, des = 1", wording.COTE_NOT_SCORED.format("alerte", 4)),
        ("n = 3, des = 1", "n = 3, des = 2", wording.COTE_OUT_OF_REACH.format("alerte", 3, 2)),
        ("somme = [1, 2]", "", wording.ONE_CALCUL),
        ("somme = [1, 2]", "somme = [1, 2]\nmoyenne = [1]", wording.ONE_CALCUL),
        ("somme = [1, 2]", "somme = [1, 3]", wording.COTE_NOT_SCORED.format("somme", 3)),
        ("somme = [1, 2]", "somme = [1, 1]", wording.INTEGERS_ONCE.format("somme")),
        ("somme = [1, 2]", "somme = [1]", wording.AS_MANY_AS.format("poids", "somme")),
        ("[1, -2.5]", "[1, nan]", wording.WRONG_KIND.format("poids", wording.NUMBERS)),
        ("[1, -2.5]", "[1, 1001]", wording.WRONG_KIND.format("poids", wording.NUMBERS)),
        ("[1, -2.5]", "3", wording.AS_MANY_AS.format("poids", "somme")),
        ("constante = 2.5", "constante = 1001", "constante"),
        ("decimales = 1", "manquants_max = 1", wording.UNKNOWN_KEY.format("manquants_max")),
        ("decimales = 1", "inverses = [3]", wording.COTE_NOT_SCORED.format("inverses", 3)),
        ("atteint = [2, 1]", "", wording.AS_MANY_AS.format("atteint", "compte")),
        ("atteint = [2, 1]", "atteint = [2]", wording.AS_MANY_AS.format("atteint", "compte")),
        ("atteint = [2, 1]", "atteint = [5, 1]", wording.COTE_OUT_OF_REACH.format("atteint", 1, 5)),
        ("dont_un = [1]", "dont_un = [3]", wording.COTE_NOT_SCORED.format("dont_un", 3)),
        ("dont_un = [1]", "poids = [1, 1]", wording.UNKNOWN_KEY.format("poids")),
        ('score = "total"', 'score = "autre"', wording.UNKNOWN_SCORE.format("autre")),
        ('sexe = "F"', 'sexe = "AUTRE"', wording.ONE_OF.format("sexe", "F, H")),
        ("age_max = 25", "age_max = 15", wording.MIN_OVER_MAX.format("age_min", "age_max")),
        ("age_max = 25", "age_max = 130", wording.OUT_OF_BOUNDS.format("age_max", 0, 120)),
        ('source = "essai"', 'source = " "', wording.MISSING_KEY.format("source")),
        ("depuis = 2026-11-01", "", wording.MISSING_KEY.format("depuis")),
        ("des = 5.5", "des = 6.6", wording.OUT_OF_RANGE.format("0,0", "6,5")),
        ("des = 5.5", "des = 0", wording.ASCENDING.format("bandes")),
        ("des = 5.5, ", "", wording.MISSING_KEY.format("des")),
        ('niveau = "alerte"', 'niveau = "rouge"', "neutre, info, attention, alerte"),
        ('libelle = "Haut"', 'libelle = ""', wording.MISSING_KEY.format("libelle")),
    ],
)
def test_that_a_damaged_scale_is_refused(old, new, expected):
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1))
    assert any(expected in fault for fault in found), found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("min = 0, ", "", wording.MISSING_KEY.format("min")),
        ("max = 30", "max = 0", wording.MIN_OVER_MAX.format("min", "max")),
        ("max = 30", "max = 10001", "max"),
        ("decimales = 2 }", "decimales = 5 }", wording.OUT_OF_BOUNDS.format("decimales", 0, 4)),
        ("max = 30", "max = 30, valeurs = [1]", wording.UNKNOWN_KEY.format("valeurs")),
        ("moyenne = [1]", "moyenne = [1]\nmanquants_max = 1", "manquants_max"),
    ],
)
def test_that_damaged_totals_are_refused(old, new, expected):
    assert old in TOTALS
    found = faults(TOTALS.replace(old, new, 1))
    assert any(expected in fault for fault in found), found


def test_that_a_variant_is_known_and_written_once():
    text = GOOD.replace("cote = [", VARIANTS + "cote = [", 1)
    named = text.replace("oui_non = true", 'oui_non = true, sauf = ["c"]')
    assert faults(named) == ["ligne 13, cote 2\u00a0: " + wording.UNKNOWN_VARIANT.format("c")]
    twice = text.replace('id = "b"', 'id = "a"')
    line = twice[: twice.index("variante =")].count("\n") + 1
    assert faults(twice) == [f"ligne {line}\u00a0: " + wording.DUPLICATE.format("a")]


def test_that_a_fault_shared_by_the_variants_is_said_once():
    text = GOOD.replace("cote = [", VARIANTS + "cote = [", 1).replace("des = 5.5", "des = 9")
    assert len(faults(text)) == 1


def test_that_a_variant_left_without_a_score_is_refused():
    text = TOTALS.replace("cote = [", VARIANTS + "cote = [", 1)
    text = text.replace("decimales = 2 }", 'decimales = 2, sauf = ["a"] }')
    assert faults(text) == [wording.NONE_GIVEN.format("score")]


def test_that_all_faults_are_said_at_once_each_on_its_line():
    text = GOOD.replace("[0, 2, 4]", "[4, 0, 2]").replace('serie = "Nous"', "")
    text = text.replace('label = "Nombre"', "")
    assert faults(text) == [
        "ligne 10, cote 1\u00a0: " + wording.ASCENDING.format("valeurs"),
        "ligne 25, score 2\u00a0: " + wording.MISSING_KEY.format("label"),
        "ligne 32, seuil 1\u00a0: " + wording.MISSING_KEY.format("serie"),
    ]


@pytest.mark.parametrize("text", ["", "id =", "cote = 3", 'cote = ["a"]', "[[score]]", "\x00"])
def test_that_what_is_no_scale_is_refused(text):
    assert faults(text)
