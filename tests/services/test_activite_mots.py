"""Figures in words: shares with what is not known, means, durations, what changed."""

import pytest

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.domain.mois_clos import ValeurFigee
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import activite_mots as mots
from microstructure_desktop.services import reference
from microstructure_desktop.services.mois_clos import Ecart

NBSP, THIN = "\u00a0", "\u202f"
NOVEMBER, YEAR = Periode.du_mois(Mois(2026, 11)), Periode.de_l_annee(2026)


@pytest.fixture(scope="module")
def known():
    return reference.load()


@pytest.mark.parametrize(
    ("valeur", "said", "more"),
    [
        (Valeur("", Nature.NOMBRE, 1240), f"1{THIN}240", ""),
        (Valeur("", Nature.PART, 12, 20, 3), "12 sur 20", f"60{NBSP}% · 3{NBSP}non renseignés"),
        (Valeur("", Nature.PART, 1, 9, 1), "1 sur 9", f"1{NBSP}non renseigné"),
        (Valeur("", Nature.PART, 0, 0, 4), "—", f"4{NBSP}non renseignés"),
        (Valeur("", Nature.MOYENNE, 45, 8), "4,5", "parmi 8"),
        (Valeur("", Nature.MEDIANE, 120, 8, 2), "12", f"parmi 8 · 2{NBSP}non renseignés"),
        (Valeur("", Nature.MEDIANE, None, 0), "—", ""),
        (Valeur("", Nature.MINUTES, 1095), f"18{NBSP}h{NBSP}15", ""),
        (Valeur("", Nature.CENTIMES, 82900), f"829{NBSP}€", ""),
    ],
)
def test_that_a_figure_is_said_with_what_it_is_made_of(valeur, said, more):
    assert (mots.chiffre(valeur), mots.detail(valeur)) == (said, more)


def test_that_what_is_not_counted_yet_is_not_left_unanswered():
    for code in ("A18", "A25"):
        assert mots.detail(Valeur("", Nature.PART, 0, 0, 15), code) == f"15{NBSP}trop récents"


def test_that_a_figure_is_said_whole():
    valeur = Valeur("", Nature.PART, 12, 20, 3)
    assert mots.entier(valeur) == f"12 sur 20, 60{NBSP}%, 3{NBSP}non renseignés"
    assert mots.entier(Valeur("", Nature.NOMBRE, 3)) == "3"


def test_that_periods_have_names():
    assert [mots.periode(p) for p in (NOVEMBER, YEAR)] == [
        f"novembre{NBSP}2026",
        f"année{NBSP}2026",
    ]
    assert [mots.court(p) for p in (NOVEMBER, YEAR)] == [f"novembre{NBSP}2026", "2026"]


def test_that_lines_have_names(known):
    definitions = known.indicateurs.definitions
    assert mots.libelle(known, definitions["M04"], "deces") == "Décès"
    assert mots.libelle(known, definitions["M02"], "COVID_SM") == known.libelle("CL01", "COVID_SM")
    assert mots.libelle(known, definitions["M01"], "") == "Ensemble"
    assert mots.libelle(known, definitions["A27"], "autre") == "autre"
    assert mots.libelle(known, definitions["A06"], "sexe_F") == f"Sexe{NBSP}: Femme"


def test_that_a_monthly_definition_says_when_it_counts_a_year(known):
    monthly, annual = (known.indicateurs.definitions[c] for c in ("M06", "A01"))
    assert mots.definition(monthly, NOVEMBER) == monthly.definition
    assert mots.definition(monthly, YEAR).endswith("sur toute l’année.")
    assert mots.definition(annual, YEAR) == annual.definition


def test_that_a_change_is_said_from_what_was_kept_to_what_is(known):
    kept = ValeurFigee("M04", "deces", "nombre", 1)
    assert mots.ecart(known, Ecart("M04", "deces", kept, None)) == f"Sorties, Décès{NBSP}: 1 → —"
    share = (ValeurFigee("M15", "plus_90", "part", n, 20) for n in (2, 3))
    assert mots.ecart(known, Ecart("M15", "plus_90", *share)).endswith("2 sur 20 → 3 sur 20")
    assert mots.ecart(known, Ecart("Z9", "x", None, kept)) == f"Z9{NBSP}: — → 1"
