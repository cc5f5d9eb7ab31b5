"""Figures of a period, and who is behind one of them, within one's rights."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import indicateurs
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.indicateurs import FigureUnknown
from tests.cabinet import TODAY

from .cases import as_role, oppose

MOIS = Mois.de(TODAY)
PERIODE = Periode.du_mois(MOIS)


def seen(team):
    patient = team.patient()
    team.seance(patient.id, TODAY)
    return patient


def test_that_a_month_and_a_year_are_counted(team):
    patient = seen(team)
    month = indicateurs.du_mois(team.medecin, MOIS)
    year = indicateurs.de_l_annee(team.medecin, TODAY.year)
    for total in (month.resultats["M01"].valeur(), year.resultats["A01"].valeur()):
        assert (total.valeur, total.qui) == (1, frozenset([patient.id]))
    assert month.en_cours
    assert month.exclus == 0


def test_that_a_month_that_is_over_is_said_so(team):
    assert not indicateurs.du_mois(team.medecin, MOIS.plus(-1), ["M01"]).en_cours


def test_that_who_objects_to_being_counted_is_told_as_a_number(team):
    patient = seen(team)
    said = team.psychologue.membre.id
    made = Declaration(new_id(), patient.id, Objet.STATISTIQUE, True, TODAY, said)
    with team.psychologue.store.begin(said, team.clock()) as work:
        work.declarations.save(made)
    found = indicateurs.du_mois(team.medecin, MOIS, ["M01"])
    assert (found.resultats["M01"].valeur().valeur, found.exclus) == (0, 1)


def test_that_a_figure_opens_on_the_people_it_counts(team):
    patient = seen(team)
    found = indicateurs.personnes(team.medecin, "M01", "", PERIODE)
    assert [ligne.id for ligne in found.lignes] == [patient.id]
    assert found.fermes == 0


def test_that_who_may_not_read_a_record_is_told_how_many_more_there_are(team):
    patient = seen(team)
    oppose(team, patient)
    found = indicateurs.personnes(team.medecin, "M01", "", PERIODE)
    assert (found.lignes, found.fermes) == ((), 1)


def test_that_who_reads_totals_only_opens_no_list(team):
    seen(team)
    with pytest.raises(AccessDenied):
        indicateurs.personnes(team[Role.PSYCHIATRE], "M01", "", PERIODE)


def test_that_answers_of_a_profession_are_listed_to_who_reads_them(team):
    definitions = team.medecin.reference.indicateurs.definitions
    medical = replace(definitions["M01"], fiches=("medecin",))
    assert indicateurs.may_list(team.medecin, medical)
    assert not indicateurs.may_list(team.psychologue, medical)
    assert not indicateurs.may_list(as_role(team.medecin, Role.COORDINATION), definitions["M01"])


@pytest.mark.parametrize(("code", "cle"), [("M99", ""), ("M01", "autre")])
def test_that_what_counts_nobody_opens_nothing(team, code, cle):
    with pytest.raises(FigureUnknown):
        indicateurs.personnes(team.medecin, code, cle, PERIODE)


def test_that_a_year_before_anything_is_empty(team):
    found = indicateurs.de_l_annee(team.medecin, date.min.year + 1, ["A01"])
    assert found.resultats["A01"].valeur().valeur == 0
