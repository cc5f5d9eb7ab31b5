"""Exact figures of a year: counted at the first release, entered, the same ever since."""

from datetime import date, time

from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.services import rapport_ensemble, rapport_exporte, rapport_sorties
from microstructure_desktop.services.rapport_ensemble import REUNIONS
from microstructure_desktop.services.rapport_plan import Exporte, plan
from microstructure_desktop.services.shipped import shipped
from tests.reports.reading import plain

from .rapport_foule import crowd
from .rapport_scene import counted, objects


def read(team, annee=2025):
    with team.medecin.store.read() as work:
        return rapport_ensemble.lire(work, team.medecin, annee)


def release(team, annee=2025):
    office = team.medecin
    with office.store.begin(office.membre.id, team.clock()) as work:
        found = rapport_ensemble.lire(work, office, annee)
        rapport_sorties.entrer(work, found.sorties.values())


def ledger(team):
    with team.medecin.store.read() as work:
        return {(d.variable, d.periode): d for d in work.divulgations.all()}


def counts(team, annee):
    with team.medecin.store.read() as work:
        return rapport_exporte.lire(work, team.medecin, annee).file_active


def test_that_every_exact_table_is_entered_of_everybody(team):
    crowd(team)
    release(team)
    left = ledger(team)
    exported = {t.value for p in plan().parties for t in p.exporte}
    shares = {code for p in plan().parties for code in p.diffusables}
    assert {v for v, periode in left if periode == "2025"} == exported | shares | {REUNIONS}
    assert {d.population for d in left.values()} == {Population.ENSEMBLE}
    assert [e.nombre for e in left["file_active", "2025"].valeurs] == [24]
    assert left["activite", "2025"].tableau.lignes[0][1] == "24"


def test_that_no_table_bears_the_name_of_a_trait():
    """A variable belongs to one population: the other one could not even be named."""
    tables = {*Exporte, REUNIONS, *(c for p in plan().parties for c in p.diffusables)}
    assert tables.isdisjoint(shipped().regles.regroupements)


def test_that_somebody_who_objects_is_not_known_by_difference(team):
    people = crowd(team)
    release(team)
    before = read(team)
    objects(team, people[0])
    assert counts(team, 2025) == 23
    after = read(team)
    for table in (*Exporte, "A24", "A25", REUNIONS):
        assert after.tableau(table) == before.tableau(table), table
    assert after.nombre(Exporte.FILE_ACTIVE) == 24
    assert after.nombre(Exporte.ACTIVITE) == 24


def test_that_the_year_before_is_what_was_released_of_it(team):
    people = crowd(team)
    team.seance(people[0].id, date(2026, 2, 3))
    for person in people[:5]:
        team.seance(person.id, date(2026, 3, 3))
    release(team)
    objects(team, people[0])
    team.seance(people[6].id, date(2026, 3, 3))
    team.clock.set(date(2027, 1, 11), time(9))
    table = read(team, 2026).tableau(Exporte.FILE_ACTIVE)
    assert table.colonnes == ("2026", "2025")
    assert table.lignes == (("Personnes vues dans l’année", "5", "24"),)
    assert plain(table.note) == "2025 : tel que diffusé le 19 novembre 2026."


def test_that_a_year_told_beside_another_is_bound_too(team):
    people = crowd(team)
    for person in people[:6]:
        team.seance(person.id, date(2026, 3, 3))
    team.clock.set(date(2027, 1, 11), time(9))
    release(team, 2026)
    objects(team, people[0])
    assert read(team).nombre(Exporte.FILE_ACTIVE) == 24
    assert ledger(team)["file_active", "2025"].tableau.colonnes == ("2025",)


def test_that_what_was_not_told_stays_untold(team):
    """Twenty-four more would say of the few that they are few."""
    counted(team)
    release(team)
    left = ledger(team)
    assert {d.niveau for (v, _), d in left.items() if v in ("file_active", "A25")} == {None}
    assert left["file_active", "2025"].valeurs == ()
    crowd(team)
    assert counts(team, 2025) == 25
    found = read(team)
    assert found.tableau(Exporte.FILE_ACTIVE) is None
    assert found.tableau("A25") is None
    assert found.nombre(Exporte.FILE_ACTIVE) == 0


def test_that_years_before_are_not_entered_while_they_are_not_told(team):
    crowd(team)
    team.clock.set(date(2027, 1, 11), time(9))
    release(team, 2026)
    assert ("file_active", "2025") not in ledger(team)


def test_that_a_table_is_called_by_its_name(team):
    crowd(team)
    release(team)
    named = {v: rapport_ensemble.libelle(d) for (v, _), d in ledger(team).items()}
    assert named["activite"] == "Actes transmis"
    assert named["reunions"] == "Réunions de l’année"
    assert named["A25"] == "Qualité des dossiers"
