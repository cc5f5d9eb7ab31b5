"""What is being written in the report is found again, and ends when it is recorded."""

import pytest

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_brouillons
from microstructure_desktop.services.rapport_saisie import TEXTE_MAX, CommentTooLong


def said(office, annee=2025):
    with office.store.read() as work:
        return {c.section: c.texte for c in work.commentaires.de_l_annee(annee)}


def test_that_what_is_typed_is_its_author_s_and_of_its_year(team):
    office = team.psychologue
    at = rapport_brouillons.garder(office, 2025, Section.PROFIL, "Une file ")
    rapport_brouillons.garder(office, 2024, Section.SANTE, "Avant.")
    assert at == office.now()
    assert rapport_brouillons.commences(office, 2025) == {Section.PROFIL: "Une file "}
    assert rapport_brouillons.commences(team.medecin, 2025) == {}
    assert said(office) == {}


def test_that_what_is_recorded_is_not_unfinished(team):
    office = team.psychologue
    rapport_brouillons.garder(office, 2025, Section.PROFIL, "Une file ")
    rapport_brouillons.enregistrer(office, 2025, Section.PROFIL, "Une file plus jeune.")
    assert rapport_brouillons.commences(office, 2025) == {}
    assert said(office) == {Section.PROFIL: "Une file plus jeune."}


def test_that_what_is_refused_stays_in_the_draft(team):
    office, long = team.psychologue, "a" * (TEXTE_MAX + 1)
    rapport_brouillons.garder(office, 2025, Section.PROFIL, long)
    with pytest.raises(CommentTooLong):
        rapport_brouillons.enregistrer(office, 2025, Section.PROFIL, long)
    assert rapport_brouillons.commences(office, 2025) == {Section.PROFIL: long}
