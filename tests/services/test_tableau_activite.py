"""Acts of a period, kept or not, counted by hand."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.tableaux_equipe import Contenu

from .tables import made


def test_that_each_act_of_the_period_has_its_row_in_words(team, tmp_path):
    who = team.patient()
    team.seance(who.id, date(2025, 12, 31))
    team.seance(who.id, date(2026, 4, 8), Role.TRAVAILLEUR_SOCIAL, duree=30, lieu="CABINET")
    team.seance(who.id, date(2026, 4, 1), duree=45, issue=Issue.ABSENT_EXCUSE)
    label = team.medecin.reference.libelle
    rows = made(team.medecin, tmp_path, Contenu.ACTIVITE)["Activité"]
    assert [tuple(row.values()) for row in rows] == [
        (
            1,
            rows[0]["Date"],
            label("CL02", "psychologue"),
            label("CL03", "CONS_PSY"),
            label("CL04", "CABINET"),
            label("CL05", "ABSENT_EXCUSE"),
            rows[0]["Durée (minutes)"],
        ),
        (
            1,
            rows[1]["Date"],
            label("CL02", "travailleur_social"),
            label("CL03", "ENTRETIEN_TS"),
            label("CL04", "CABINET"),
            label("CL05", "HONORE"),
            30,
        ),
    ]
    assert [row["Date"].date() for row in rows] == [date(2026, 4, 1), date(2026, 4, 8)]
