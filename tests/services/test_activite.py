"""The figures of a period, whether they may change, and what is read beside them."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import activite, consultations, drafts, mois_clos
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.activite import (
    SUR_L_ANNEE,
    autour,
    decalee,
    est_annee,
    lire,
    periode_du,
    un_an_avant,
)
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write

MOIS = Mois.de(TODAY)
BEFORE = MOIS.plus(-1)
NOVEMBER, OCTOBER = Periode.du_mois(MOIS), Periode.du_mois(BEFORE)
YEAR = Periode.de_l_annee(2026)


def seen(team, *days):
    patient = team.patient()
    for jour in days:
        write(team, "consultations", make.a_consultation(patient=patient.id, jour=jour))
    return patient


def test_that_periods_move_by_their_own_measure():
    assert decalee(NOVEMBER, -1) == OCTOBER
    assert decalee(YEAR, -1) == Periode.de_l_annee(2025)
    assert un_an_avant(NOVEMBER) == Periode.du_mois(Mois(2025, 11))
    assert un_an_avant(YEAR) == Periode.de_l_annee(2025)
    assert (est_annee(YEAR), est_annee(NOVEMBER)) == (True, False)
    assert periode_du(TODAY, annee=True) == YEAR
    assert periode_du(TODAY, annee=False) == NOVEMBER


def test_that_a_year_has_its_own_indicators_and_those_it_lacks(team):
    month, year = lire(team.medecin, NOVEMBER), lire(team.medecin, YEAR)
    assert all(code.startswith("M") for code in month.bilan.resultats)
    assert set(SUR_L_ANNEE) == {c for c in year.bilan.resultats if c.startswith("M")}


def test_that_some_figures_can_be_read_first(team):
    found = lire(team.medecin, YEAR, ["A01", "M06", "M01"])
    assert set(found.bilan.resultats) == {"A01", "M06"}
    assert "A02" in found.listes


def test_that_a_month_under_way_is_provisional(team):
    assert lire(team.medecin, NOVEMBER).provisoire
    assert not lire(team.medecin, OCTOBER).provisoire


def test_that_a_period_without_anybody_is_empty(team):
    assert lire(team.medecin, NOVEMBER).vide
    seen(team, date(2026, 11, 3))
    assert not lire(team.medecin, NOVEMBER).vide
    assert not lire(team.medecin, YEAR).vide
    assert lire(team.medecin, Periode.de_l_annee(2025)).vide


def test_that_sessions_begun_by_anybody_are_counted_in_their_own_month(team):
    patient = team.patient()
    for office, jour in ((team.psychologue, "12/10/2026"), (team.medecin, "2 octob")):
        opened = consultations.open_seance(office, patient.id)
        consultations.save_draft(office, opened.id, patient.id, {"jour": jour})
    drafts.save(team.medecin, drafts.FICHE, "medicale_suivi", {"jour": "12/10/2026"}, patient.id)
    october, november = (lire(team.travailleur_social, p) for p in (OCTOBER, NOVEMBER))
    assert (october.brouillons, november.brouillons) == (1, 1)
    assert october.provisoire


def test_that_closed_months_are_said_with_who_closed_them(team):
    mois_clos.clore(team.psychologue, BEFORE)
    for periode in (OCTOBER, YEAR):
        (found,) = lire(team.medecin, periode).clos
        assert (found.mois, found.par) == (BEFORE, team.psychologue.membre.nom_affiche)
    assert lire(team.medecin, NOVEMBER).clos == ()


def test_that_lists_are_offered_to_who_may_read_them(team):
    assert "M01" in lire(team.medecin, NOVEMBER).listes
    assert lire(team[Role.PSYCHIATRE], NOVEMBER).listes == frozenset()


def test_that_the_year_before_and_the_months_around_stand_beside(team):
    seen(team, date(2025, 11, 3), date(2026, 10, 6), date(2026, 11, 3))
    found = autour(team.medecin, NOVEMBER)
    assert found.avant.periode == Periode.du_mois(Mois(2025, 11))
    assert found.avant.resultats["M01"].valeur().valeur == 1
    assert (found.serie.mois[0], found.serie.mois[-1]) == (Mois(2025, 12), MOIS)
    assert found.serie.valeurs == (*(0,) * 10, 1, 1)
    assert found.serie.avant == (*(0,) * 11, 1)


def test_that_months_to_come_have_no_figure(team):
    serie = autour(team.medecin, YEAR).serie
    assert serie.valeurs[-2:] == (0, None)
    assert serie.en_cours == MOIS


def test_that_what_changed_since_the_month_was_closed_is_there(team):
    mois_clos.clore(team.medecin, BEFORE)
    assert autour(team.medecin, OCTOBER).ecarts == ()
    seen(team, date(2026, 10, 6))
    changed = {(e.code, e.cle): e.actuel.valeur for e in autour(team.medecin, OCTOBER).ecarts}
    assert changed["M01", ""] == 1
    assert autour(team.medecin, NOVEMBER).ecarts == ()


def test_that_who_reads_no_activity_is_refused(team):
    for ask in (activite.lire, activite.autour):
        with pytest.raises(AccessDenied):
            ask(team[Role.SECRETARIAT], NOVEMBER)
