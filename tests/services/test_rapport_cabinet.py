"""What the report says of the cabinet: team, meetings, grants; nobody followed."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.services import permanences, rapport_cabinet, rapport_saisie
from microstructure_desktop.services.permanences import PermanenceSaisie
from microstructure_desktop.services.rapport_saisie import FinancementSaisi
from tests.cabinet import TODAY
from tests.reports.reading import plain
from tests.ui.pages.reunions import scenes

from .cases import write

LAST = date(2026, 12, 31)


def test_that_the_cabinet_is_named_with_its_programme(team):
    with team.medecin.store.read() as work:
        said = plain(" ".join(rapport_cabinet.identite(work, team.medecin)))
    assert said.startswith("Cabinet des Lilas (OCC-31-007) accueille")
    assert "Animation régionale : RAMIP." in said


def test_that_the_team_is_there_with_its_weekly_times(team):
    mine = team.psychologue.membre.id
    for saisie in (
        PermanenceSaisie(mine, time(14), time(17), date(2026, 1, 1)),
        PermanenceSaisie(mine, time(9), time(12), TODAY, unique=True),
    ):
        permanences.tenir(team.psychologue, saisie)
    with team.medecin.store.read() as work:
        found = rapport_cabinet.equipe(work, team.medecin.reference, 2026, LAST)
    rows = {row[0]: row[1:] for row in found.lignes}
    assert rows["Claire Modèle"] == ("Psychologue", "jeudi 14:00–17:00")
    assert rows["Dr Paul Exemple"] == ("Médecin généraliste", "—")


def test_that_the_team_is_that_of_the_year(team):
    """Claire saw somebody in 2025 and left since; the others were registered in 2026."""
    team.seance(team.patient(debut=date(2025, 2, 1)).id, date(2025, 9, 2))
    write(team, "equipe", replace(team.psychologue.membre, actif=False))
    with team.medecin.store.read() as work:
        reference = team.medecin.reference
        found = rapport_cabinet.equipe(work, reference, 2025, date(2025, 12, 31))
        assert rapport_cabinet.equipe(work, reference, 2024, date(2024, 12, 31)) is None
    assert found.lignes == (("Claire Modèle", "Psychologue", "—"),)


def test_that_meetings_are_days_and_durations(team):
    scenes.hold(team, scenes.seen(team.patient()), jour=date(2026, 9, 24))
    with team.medecin.store.read() as work:
        found = rapport_cabinet.reunions(work, team.medecin.reference, 2026)
        other = rapport_cabinet.reunions(work, team.medecin.reference, 2025)
    # From 12:30 to 13:25.
    assert [tuple(map(plain, row)) for row in found.lignes] == [
        ("24 septembre 2026", "Réunion de synthèse", "55 min")
    ]
    assert other.lignes == ()


def test_that_grants_have_their_part_of_the_year_and_its_sum(team):
    year = (date(2026, 1, 1), date(2026, 12, 31))
    spread = (date(2025, 7, 1), date(2026, 6, 30))
    for saisi in (
        FinancementSaisi("ARS", "Fonctionnement", 36_500_00, *spread, "convention"),
        FinancementSaisi("Commune", "", 900_00, *year),
    ):
        rapport_saisie.financer(team.medecin, saisi)
    with team.medecin.store.read() as work:
        found = rapport_cabinet.financements(work, 2026)
        assert rapport_cabinet.financements(work, 2020) is None
    rows = [tuple(map(plain, row)) for row in found.lignes]
    assert rows[0][1:] == (
        "Fonctionnement · convention",
        "01/07/2025 au 30/06/2026",
        "36 500,00 €",
        "18 100,00 €",
    )
    assert rows[1][:2] == ("Commune", "—")
    assert rows[2] == ("Total", "", "", "", "19 000,00 €")


def test_that_the_method_says_when_the_year_is_not_over():
    going_on = " ".join(rapport_cabinet.methode(2026, TODAY, en_cours=True))
    over = " ".join(rapport_cabinet.methode(2025, TODAY, en_cours=False))
    assert "n’est pas terminée" in going_on
    assert "n’est pas terminée" not in over
    assert "31 décembre" in over
