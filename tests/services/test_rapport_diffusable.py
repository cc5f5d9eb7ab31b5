"""The version that leaves: nobody in it, entered once, the same for ever."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.services import rapport_diffusable, rapport_saisie
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.rapport_diffusable import NamesDoubted, YearNotOver
from microstructure_desktop.services.rapport_saisie import FinancementSaisi
from tests.reports.reading import plain
from tests.ui.pages.reunions import scenes

from .cases import as_role
from .rapport_foule import corrected, crowd
from .rapport_scene import counted, objects


def ledger(office):
    with office.store.read() as work:
        return work.divulgations.all()


def tables(imprime):
    return {t.titre: t for c in imprime.chapitres for t in c.tableaux}


def test_that_looking_enters_nothing_and_handing_out_enters_all_of_it(team):
    crowd(team)
    office = team.medecin
    seen = rapport_diffusable.apercu(office, 2025)
    assert ledger(office) == []
    made = rapport_diffusable.diffuser(office, 2025)
    assert made.version is Version.DIFFUSABLE
    assert {d.variable for d in ledger(office)} == {s.divulgation.variable for s in seen.sorties}
    told = {d.variable for d in ledger(office) if d.niveau is not None}
    assert "sexe" in told
    assert len(made.retenus) == sum(not s.diffusee for s in seen.traits)
    assert made.retenus
    assert tables(made)["Sexe"].lignes[0] == ("Femme", "12")


def test_that_a_corrected_year_is_printed_as_it_first_was(team):
    people = crowd(team)
    office = team.medecin
    first = rapport_diffusable.diffuser(office, 2025)
    entered = ledger(office)
    corrected(team, people[0], Sexe.H)
    again = rapport_diffusable.diffuser(office, 2025)
    assert tables(again)["Sexe"] == tables(first)["Sexe"]
    assert again.retenus == first.retenus
    assert ledger(office) == entered


def test_that_exact_figures_are_those_of_the_exports(team):
    crowd(team)
    made = rapport_diffusable.apercu(team.medecin, 2025).imprime
    found = tables(made)
    assert found["File active"].lignes == (("Personnes vues dans l’année", "24"),)
    assert [plain(row[0]) for row in found["Actes"].lignes] == [
        "Psychologue : entretiens individuels"
    ]
    assert made.cles == (("24", "personnes vues dans l’année"), ("24", "actes transmis"))


def test_that_nothing_exact_is_told_of_too_few_people(team):
    counted(team)
    made = rapport_diffusable.apercu(team.medecin, 2025).imprime
    assert {"File active", "Actes", "Qualité des dossiers"}.isdisjoint(tables(made))
    assert made.cles == ()
    assert all(not c.tableaux for c in made.chapitres if c.section is Section.PROFIL)


def test_that_shares_are_percentages_and_no_count_of_people_is_told(team):
    crowd(team)
    found = tables(rapport_diffusable.apercu(team.medecin, 2025).imprime)["Qualité des dossiers"]
    assert all(plain(row[1]).endswith(" %") for row in found.lignes)
    assert found.lignes


def test_that_a_year_that_is_not_over_does_not_leave(team):
    for annee in (2026, 2027):
        with pytest.raises(YearNotOver):
            rapport_diffusable.apercu(team.medecin, annee)
        with pytest.raises(YearNotOver):
            rapport_diffusable.diffuser(team.medecin, annee)
    assert ledger(team.medecin) == []


def test_that_comments_are_in_it_and_vignettes_only_when_asked_for(team):
    office = team.medecin
    rapport_saisie.commenter(office, 2025, Section.PROFIL, "On vient de loin.")
    rapport_saisie.commenter(office, 2025, Section.VIGNETTES, "Quelqu’un a retrouvé un logement.")
    without = rapport_diffusable.apercu(office, 2025).imprime
    assert Section.VIGNETTES not in [c.section for c in without.chapitres]
    assert [c.numero for c in without.chapitres][-1] == 16
    with_them = rapport_diffusable.apercu(office, 2025, vignettes=True).imprime
    said = {c.section: c.commentaire for c in with_them.chapitres}
    assert said[Section.PROFIL] == "On vient de loin."
    assert said[Section.VIGNETTES].startswith("Quelqu’un")


def test_that_a_name_in_a_text_is_doubted_until_somebody_read_it(team):
    office = team.medecin
    team.patient("Quaresma", "Odile")
    rapport_saisie.commenter(office, 2025, Section.PROFIL, "Avec Odile Quaresma, tout va mieux.")
    rapport_saisie.commenter(office, 2025, Section.VIGNETTES, "Mme Quaresma.")
    year = (date(2025, 1, 1), date(2025, 12, 31))
    rapport_saisie.financer(office, FinancementSaisi("Fondation Quaresma", "", 1_00, *year))
    doubted = rapport_diffusable.doutes(office, 2025)
    assert set(doubted) == {"profil", "financements"}
    assert set(rapport_diffusable.doutes(office, 2025, vignettes=True)) == {*doubted, "vignettes"}
    with pytest.raises(NamesDoubted):
        rapport_diffusable.diffuser(office, 2025)
    assert ledger(office) == []
    rapport_diffusable.diffuser(office, 2025, relu=True)
    assert ledger(office)


def test_that_a_meeting_about_somebody_is_not_dated(team):
    patient = team.patient()
    scenes.hold(team, scenes.seen(patient), jour=date(2025, 9, 25))
    made = rapport_diffusable.apercu(team.medecin, 2025).imprime
    assert [tuple(map(plain, row)) for row in made.reunions.lignes] == [
        ("septembre 2025", "Réunion de synthèse", "55 min")
    ]


def test_that_the_coordination_hands_it_out_and_the_psychiatrist_does_not(team):
    outside = as_role(team.medecin, Role.COORDINATION)
    assert rapport_diffusable.apercu(outside, 2025).imprime.chapitres
    for role in (Role.PSYCHIATRE, Role.SECRETARIAT):
        with pytest.raises(AccessDenied):
            rapport_diffusable.apercu(team[role], 2025)
        with pytest.raises(AccessDenied):
            rapport_diffusable.doutes(team[role], 2025)


def test_that_whoever_objects_changes_nothing_that_left(team):
    people = crowd(team)
    first = rapport_diffusable.diffuser(team.medecin, 2025)
    objects(team, people[0])
    again = rapport_diffusable.diffuser(team.medecin, 2025)
    assert tables(again) == tables(first)
    assert tables(again)["File active"].lignes[0][1] == "24"
    assert (again.cles, again.retenus, again.reunions) == (
        first.cles,
        first.retenus,
        first.reunions,
    )
    assert [c.phrases for c in again.chapitres] == [c.phrases for c in first.chapitres]


def test_that_what_left_says_since_when(team):
    people = crowd(team)
    first = rapport_diffusable.diffuser(team.medecin, 2025)
    assert not any("Tel que" in t.note for t in tables(first).values())
    objects(team, people[0])
    team.clock.set(date(2026, 12, 3), time(9))
    again = tables(rapport_diffusable.apercu(team.medecin, 2025).imprime)
    for titre, table in tables(first).items():
        assert (again[titre].colonnes, again[titre].lignes) == (table.colonnes, table.lignes)
        said = plain(again[titre].note).lower()
        assert said.endswith("tel que diffusé le 19 novembre 2026.") == (titre != "Équipe"), titre


def test_that_answers_missing_are_not_told_question_by_question(team):
    """A group that holds them would tell the others by difference."""
    from .cases import filled

    for person in crowd(team)[:12]:
        filled(team, person, date(2025, 4, 1))
    for made in (rapport_diffusable.apercu(team.medecin, 2025).imprime,):
        assert "Sans réponse" not in " ".join(r[0] for t in tables(made).values() for r in t.lignes)
