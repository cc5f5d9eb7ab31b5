"""Everything that leaves is in the ledger, as it leaves; what was taken back binds nothing."""

from datetime import date

from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import envois, envois_divulgations, rapport_registre

from .mois import OCTOBRE, agreed, crowded

SEPTEMBRE = Mois(2026, 9)


def entries(team):
    with team.medecin.store.read() as work:
        return {d.variable: d for d in work.divulgations.all()}


def parties(team):
    with team.medecin.store.read() as work:
        return envois_divulgations.parties(work)


def test_that_each_table_is_entered_in_the_very_words_of_its_file(team):
    crowded(team)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    found = entries(team)["mois_activite"]
    assert (found.canal, found.population, found.periode, found.niveau, found.paquet) == (
        Canal.EXPORT,
        Population.ENSEMBLE,
        "2026-10",
        1,
        pli.paquet,
    )
    assert found.tableau.colonnes == ("mois", "acteur", "acte", "modalite", "nombre", "minutes")
    assert found.tableau.lignes == (
        ("2026-10", "psychologue", "entretien_individuel", "cabinet", "6", "270"),
    )
    assert entries(team)["mois_file_active"].tableau.lignes == (("2026-10", "6", "6", "exact"),)


def test_that_what_is_withheld_is_told_as_withheld(team):
    crowded(team, count=4)
    agreed(team)
    envois.sceller(team.medecin, OCTOBRE)
    found = entries(team)
    assert (found["mois_activite"].niveau, found["mois_activite"].tableau) == (None, None)
    assert found["mois_file_active"].tableau.lignes == (("2026-10", "", "", "regroupe"),)
    assert parties(team) == ()


def test_that_the_register_of_what_left_says_so(team):
    crowded(team)
    agreed(team)
    envois.sceller(team.medecin, OCTOBRE)
    (left,) = rapport_registre.departs(team.medecin)
    assert (left.jour, left.canal, left.periode) == (date(2026, 11, 19), Canal.EXPORT, "2026-10")
    assert left.tableaux == (
        "Activité du mois",
        "File active du mois",
        "Fonctionnement du mois",
        "Forfaits du mois",
    )


def test_that_months_carried_stay_together_until_they_are_taken_back(team):
    crowded(team, SEPTEMBRE, 3)
    crowded(team, OCTOBRE, 4)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    assert parties(team) == ((SEPTEMBRE, OCTOBRE),)
    envois.annuler(team.medecin, pli.paquet)
    assert parties(team) == ()


def test_that_the_same_rows_are_recognised_and_another_number_is_not(team):
    crowded(team)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    before = envois.depart(team.medecin, OCTOBRE).contenu
    crowded(team, OCTOBRE, 1, first=20)
    after = envois.depart(team.medecin, OCTOBRE).contenu
    with team.medecin.store.read() as work:
        assert envois_divulgations.inchange(work, before, pli.paquet)
        assert not envois_divulgations.inchange(work, after, pli.paquet)
        assert not envois_divulgations.inchange(work, before, "ab" * 32)
