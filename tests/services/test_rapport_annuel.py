"""The report as the team reads it: sections, what is said in them, who may."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.services import rapport_annuel, rapport_saisie
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.rapport_annuel import YearNotBegun
from tests.reports.reading import plain

from .cases import as_role
from .rapport_scene import counted


def chapters(office, annee=2026):
    return {c.section: c for c in rapport_annuel.rapport(office, annee).imprime.chapitres}


def test_that_every_section_is_there_with_its_number(team):
    counted(team)
    found = rapport_annuel.rapport(team.medecin, 2026).imprime
    assert [c.section for c in found.chapitres] == list(Section)
    assert [c.numero for c in found.chapitres] == list(range(1, 17))
    assert found.version is Version.INTERNE
    assert found.cles[:3] == (
        ("2", "personnes vues dans l’année"),
        ("1", "vues pour la première fois"),
        ("3", "actes honorés"),
    )
    assert found.retenus == ()


def test_that_the_head_says_figures_that_may_still_change(team):
    counted(team)
    said = [rapport_annuel.rapport(team.medecin, y).imprime.avertissement for y in (2026, 2025)]
    assert said[0].endswith("Chiffres provisoires.")
    assert "provisoires" not in said[1]


def test_that_figures_charts_and_words_stand_in_their_section(team):
    counted(team)
    rapport_saisie.commenter(team.medecin, 2026, Section.FILE_ACTIVE, "On a déménagé.")
    found = chapters(team.medecin)[Section.FILE_ACTIVE]
    assert found.commentaire == "On a déménagé."
    assert plain(found.phrases[0]).startswith("2 personnes vues")
    assert found.graphiques
    assert found.tableaux
    assert not found.vide


def test_that_an_empty_section_says_so(team):
    counted(team)
    assert chapters(team.medecin)[Section.PERSPECTIVES].vide
    assert not chapters(team.medecin)[Section.IDENTITE].vide


def test_that_who_objects_is_told_to_the_team_as_a_number(team):
    counted(team)
    said = plain(" ".join(chapters(team.medecin)[Section.METHODE].phrases))
    assert "Personnes qui s’y opposent : 1." in said


def test_that_grants_stand_with_the_forfaits_and_are_edited_by_who_may(team):
    reader = rapport_annuel.rapport(team[Role.PSYCHIATRE], 2025)
    assert (reader.modifiable, reader.diffusable) == (False, False)
    writer = rapport_annuel.rapport(team.medecin, 2025)
    assert (writer.modifiable, writer.diffusable) == (True, True)
    assert not rapport_annuel.rapport(team.medecin, 2026).diffusable


def test_that_a_year_to_come_has_no_report(team):
    with pytest.raises(YearNotBegun):
        rapport_annuel.rapport(team.medecin, 2027)


def test_that_who_has_only_the_version_that_leaves_does_not_read_this_one(team):
    with pytest.raises(AccessDenied):
        rapport_annuel.rapport(as_role(team.medecin, Role.COORDINATION), 2025)
    with pytest.raises(AccessDenied):
        rapport_annuel.rapport(team[Role.SECRETARIAT], 2025)


def test_that_a_cabinet_without_anything_has_a_report(team):
    found = rapport_annuel.rapport(team.medecin, 2025)
    assert len(found.imprime.chapitres) == 16


def test_that_an_empty_year_shows_no_table_of_dashes_nor_chart_of_zeros(team):
    counted(team)
    found = chapters(team.medecin, 2024)
    assert found[Section.PROFIL].vide
    assert not any(c.graphiques for c in found.values())
    assert [s for s, c in found.items() if c.tableaux] == [Section.FORFAITS]


def test_that_a_zero_is_shown_when_there_is_something_beside(team):
    counted(team)
    (parcours, *_) = chapters(team.medecin)[Section.PARCOURS].tableaux
    assert ("Décès", "0", "0") in parcours.lignes
