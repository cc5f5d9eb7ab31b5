"""The year as its exports tell it: the same figures, added up, and what is carried over."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import envois_sources, rapport_exporte
from microstructure_desktop.services.rapport_plan import Exporte
from tests.reports.reading import plain
from tests.ui.pages.reunions import scenes

from .rapport_foule import crowd
from .rapport_scene import counted


def read(team, annee=2025):
    with team.medecin.store.read() as work:
        return rapport_exporte.lire(work, team.medecin, annee)


def rows(team, table, annee=2025):
    _, found = rapport_exporte.exact(table, read(team, annee))
    return None if found is None else [tuple(map(plain, row)) for row in found.lignes]


def test_that_each_month_is_what_the_export_of_that_month_says(team):
    crowd(team)
    counted(team)
    for contenu in read(team).mois:
        with team.medecin.store.read() as work:
            sources = envois_sources.sources_of(work, team.medecin, contenu.mois)
            assert envois_sources.contenu_of(sources, contenu.mois) == contenu


def test_that_a_year_adds_its_months_up(team):
    people = crowd(team)
    team.seance(people[0].id, date(2025, 7, 1))
    assert rows(team, Exporte.FILE_ACTIVE) == [("Personnes vues dans l’année", "24")]
    # 24 talks of 45 minutes in June; July, one person, waits for a later month.
    assert rows(team, Exporte.ACTIVITE) == [("Psychologue : entretiens individuels", "24", "18 h")]
    assert read(team).actes == 24
    said, table = rapport_exporte.exact(Exporte.ACTIVITE, read(team))
    assert said == 24
    note = table.note
    assert plain(note) == "Comptés avec l’année suivante : juillet 2025 et la suite."


def test_that_months_carried_over_are_told_where_they_are_counted(team):
    people = crowd(team)
    team.seance(people[0].id, date(2025, 7, 1))
    for person in people[:5]:
        team.seance(person.id, date(2026, 2, 3), Role.TRAVAILLEUR_SOCIAL)
    _, found = rapport_exporte.exact(Exporte.ACTIVITE, read(team, 2026))
    assert [row[1] for row in found.lignes] == ["1", "5"]
    assert plain(found.note).startswith("Compris ici : de juillet 2025 à février 2026.")


def test_that_too_few_people_are_not_told(team):
    counted(team)
    assert rows(team, Exporte.FILE_ACTIVE) is None
    assert rows(team, Exporte.ACTIVITE) is None
    assert rapport_exporte.phrases(Exporte.FILE_ACTIVE, 2025, 0) == ()


def test_that_forfaits_are_told_by_amount(team):
    crowd(team)
    (row,) = rows(team, Exporte.FORFAITS)
    assert row[0] == "829 €"
    assert row[1:4] == ("24", "0", "24")  # begun in March 2025, until March 2026
    assert row[4:] == ("0", "24", "0")


def test_that_meetings_are_told_without_their_days(team):
    scenes.hold(team, scenes.seen(team.patient()), jour=date(2025, 9, 25))
    found = rows(team, Exporte.FONCTIONNEMENT)
    assert found[0] == ("Réunions de synthèse", "1")
    assert Mois(2025, 9) in [m.mois for m in read(team).mois if m.fonctionnement[0].reunions]
