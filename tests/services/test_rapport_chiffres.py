"""Tables of the report counted by hand; who objects to it is in none."""

from datetime import date

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_chiffres
from microstructure_desktop.services.rapport_plan import plan

from .rapport_scene import counted


def tables(team, section, annee=2026):
    chiffres = rapport_chiffres.compter(team.medecin, annee)
    partie = next(p for p in plan().parties if p.section is section)
    return {t.titre: t for t in rapport_chiffres.tableaux(team.medecin.reference, chiffres, partie)}


def test_that_a_year_stands_beside_those_before(team):
    counted(team)
    found = tables(team, Section.FILE_ACTIVE)["File active"]
    assert found.colonnes == ("2026", "2025")
    rows = {label: figures for label, *figures in found.lignes}
    assert rows["File active de l’année"] == ["2", "1"]
    assert rows["Personnes vues une seule fois"] == ["1 sur 2", "0 sur 1"]
    assert rows["Nouvelles personnes"] == ["1 sur 2", "1 sur 1"]


def test_that_three_years_are_compared_when_they_are_recorded(team):
    counted(team)
    old = team.patient("Ancien", "Jean", naissance=date(1950, 1, 1), debut=date(2024, 6, 1))
    team.seance(old.id, date(2024, 6, 4))
    found = tables(team, Section.FILE_ACTIVE)["File active"]
    assert found.colonnes == ("2026", "2025", "2024")
    assert found.lignes[0] == ("File active de l’année", "2", "1", "1")
    assert tables(team, Section.ENTOURAGE)["Entourage reçu (personnes)"].colonnes == (
        "2026",
        "2025",
    )


def test_that_the_first_year_is_compared_with_none(team):
    counted(team)
    assert tables(team, Section.FILE_ACTIVE, 2025)["File active"].colonnes == ("2025",)


def test_that_professions_stand_across(team):
    counted(team)
    found = tables(team, Section.ACTIVITE)["Actes de l’année par métier (actes)"]
    rows = {label: figures for label, *figures in found.lignes}
    assert rows["Psychologue"][0] == "2"
    assert rows["Travailleur social"][0] == "1"
    assert rows["Ensemble"][0] == "3"


def test_that_a_long_list_leaves_out_its_zeros_and_a_series_has_its_table(team):
    counted(team)
    found = tables(team, Section.PROFIL)
    assert [row[0] for row in found["Sexe"].lignes] == ["Femme", "Homme", "Autre"]
    assert "Origine de la demande" not in found


def test_that_what_is_not_known_is_said_once_under_the_table(team):
    counted(team)
    found = tables(team, Section.PROFIL)["Précarité (personnes)"]
    assert found.note.startswith("Hors de ces parts\u00a0: 2\u00a0non renseignés")


def test_that_what_is_too_recent_was_not_left_unanswered(team):
    """Twelve months after December 2025 have not come, six have."""
    counted(team)
    team.patient("Récent", "Jean", naissance=date(1950, 1, 1), debut=date(2025, 12, 1))
    found = tables(team, Section.PARCOURS)["Maintien dans le suivi (suivis)"]
    assert "1\u00a0trop récent" in [cell for row in found.lignes for cell in row]


def test_that_a_share_has_its_heading_and_a_base_none(team):
    """A share is told from ten people on; a median has the people that it is of."""
    first = counted(team)["sophie"]
    for day in range(1, 11):
        known = team.patient(f"Nom{day}", demande=date(2026, 2, 20))
        team.seance(known.id, date(2026, 3, day))
    team.seance(first.id, date(2026, 3, 12))
    assert tables(team, Section.FILE_ACTIVE)["File active"].colonnes == ("2026", "Part", "2025")
    delays = tables(team, Section.PARCOURS)["Délai d’accès (jours)"]
    assert delays.colonnes[1] == ""
    assert any(cell.startswith("parmi") for row in delays.lignes for cell in row)


def test_that_each_indicator_used_is_defined(team):
    found = rapport_chiffres.definitions(team.medecin.reference, ("A01", "M06", "A99"), 2026)
    assert [titre for titre, _ in found] == ["File active de l’année", "Absences aux rendez-vous"]
    assert "toute l’année" in found[1][1]
