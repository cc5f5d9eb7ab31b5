"""Where a period stands, what changed, and who is not counted, in sentences."""

from dataclasses import replace
from datetime import UTC, datetime

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.mois_clos import ValeurFigee
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.activite import Activite, Autour, Clos, Serie
from microstructure_desktop.services.activite_themes import THEMES
from microstructure_desktop.services.indicateurs import Bilan
from microstructure_desktop.services.mois_clos import Ecart
from microstructure_desktop.services.reference import load
from microstructure_desktop.ui.pages.activite import words
from microstructure_desktop.ui.texts import NBSP

OCTOBER, YEAR = Periode.du_mois(Mois(2026, 10)), Periode.de_l_annee(2026)
CLOSED = Clos(Mois(2026, 10), datetime(2026, 11, 2, 9, tzinfo=UTC), "Dr Exemple")


def found(periode=OCTOBER, *, going_on=False, clos=(), brouillons=0):
    return Activite(Bilan(periode, {}, going_on, 0), clos, brouillons, frozenset())


def test_that_the_tag_says_whether_figures_may_change():
    assert words.tag(found(going_on=True))[0] == "Provisoire"
    assert words.tag(found(brouillons=1))[0] == "Provisoire"
    assert words.tag(found(clos=(CLOSED,))) == ("Clos", "ok")
    assert words.tag(found())[0] == "À clôturer"
    assert words.tag(found(YEAR))[0] == ""


def test_that_where_a_period_stands_is_a_sentence():
    title, text = words.standing(found(going_on=True, brouillons=2))
    assert title == f"Le mois est en cours{NBSP}: ces chiffres sont provisoires."
    assert text == f"2{NBSP}séances commencées ne sont pas enregistrées."
    assert words.standing(found(YEAR, going_on=True))[0].startswith("L’année est en cours")
    title, text = words.standing(found(brouillons=1))
    assert title.startswith("Ce mois est terminé")
    assert text.startswith(f"1{NBSP}séance commencée n’est pas enregistrée.")
    assert words.standing(found(clos=(CLOSED,)))[0] == "Clos le 02/11/2026 par Dr Exemple."


def test_that_a_year_says_how_many_months_are_closed():
    year = [Clos(Mois(2026, n), CLOSED.le, "") for n in range(1, 13)]
    assert words.standing(found(YEAR))[0] == f"0{NBSP}mois sur 12 est clos."
    assert words.standing(found(YEAR, clos=tuple(year[:3])))[0].endswith("sont clos.")
    assert words.standing(found(YEAR, clos=tuple(year)))[0] == "Les 12 mois sont clos."


def test_that_changes_are_told_up_to_a_few():
    bilan, serie = found().bilan, Serie((), (), (), Mois(2026, 11))
    reference = load()
    assert words.changes(reference, Autour(bilan, serie, ())) == "Rien n’a changé depuis."
    changed = Ecart("M01", "", ValeurFigee("M01", "", "nombre", 2), None)
    told = words.changes(reference, Autour(bilan, serie, (changed,) * (words.MOST_CHANGES + 2)))
    assert told.count("Personnes vues dans le mois") == words.MOST_CHANGES
    assert told.endswith(f"2{NBSP}autres chiffres")


def test_that_who_is_not_counted_is_a_number():
    assert words.excluded(0) == ""
    assert words.excluded(1).startswith(f"1{NBSP}personne s’oppose à être comptée{NBSP}: elle")
    assert words.excluded(3).startswith(f"3{NBSP}personnes s’opposent à être comptées{NBSP}: elles")


def test_that_closed_records_are_told_as_a_number():
    assert words.people(2, 0) == f"2{NBSP}personnes"
    assert f"1{NBSP}de plus, fermé{NBSP}:" in words.people(2, 1)


def test_that_every_theme_has_its_sign():
    assert {theme.cle for theme in THEMES} == set(words.ICONS)
    assert words.part(replace(THEMES[0], cle="autres")).icon == "chart-column"


def test_that_the_rest_is_said():
    assert words.subtitle(found()) == f"Octobre{NBSP}2026"
    assert words.hidden(1) == f"1{NBSP}ligne à zéro n’est pas montrée."
    assert words.opens("Sorties", "2") == f"Sorties{NBSP}: 2, voir les personnes"
    assert words.kept(found()).startswith(f"Octobre{NBSP}2026 est clos")
    assert words.reopened(found()) == f"Octobre{NBSP}2026 est rouvert."
