"""What the page of a year shows beside the report."""

import pytest

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_brouillons, rapport_ouvert, rapport_saisie
from microstructure_desktop.services.rapport_annuel import YearNotBegun


def test_that_texts_begun_and_last_year_s_are_there(team):
    office = team.psychologue
    rapport_saisie.commenter(office, 2025, Section.PROFIL, "Avant.")
    rapport_saisie.commenter(office, 2025, Section.SANTE, "")
    rapport_brouillons.garder(office, 2026, Section.PROFIL, "Une file ")
    found = rapport_ouvert.ouvrir(office, 2026)
    assert found.rapport.annee == 2026
    assert found.avant == {Section.PROFIL: "Avant."}
    assert found.commences == {Section.PROFIL: "Une file "}
    assert rapport_ouvert.ouvrir(team.medecin, 2026).commences == {}


def test_that_only_those_who_lack_something_are_named(team):
    sophie = team.patient()
    team.patient("Ancien", "Luc", debut=None)
    found = rapport_ouvert.ouvrir(team.psychologue, 2026)
    assert {p: x.nom_affiche for p, x in found.personnes.items()} == {sophie.id: "LÉGENDE Sophie"}


def test_that_a_year_to_come_is_refused(team):
    with pytest.raises(YearNotBegun):
        rapport_ouvert.ouvrir(team.psychologue, 2027)
