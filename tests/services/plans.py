"""Plans of care written and revised on the small cabinet."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.services import fiches, plan_de_soins
from tests.cabinet import TODAY, Team

GOALS = {
    "jour": "2026-09-08",
    "points_forts": "Sa sœur",
    "objectif_1": "Dormir toute la nuit",
    "objectif_domaine_1": "PSY",
    "objectif_action_1": "Carnet de sommeil",
    "objectif_qui_1": "C. Modèle",
    "objectif_echeance_1": "2026-11-10",
    "objectif_etat_1": "EN_COURS",
    "objectif_2": "Un logement à soi",
    "objectif_domaine_2": "SOC",
    "objectif_etat_2": "A_FAIRE",
    "accord": True,
    "accord_jour": "2026-09-08",
    "revision_jour": "2026-12-08",
}


def planned_care(
    team: Team,
    patient,
    jour: date = date(2026, 9, 8),
    role: Role = Role.PSYCHOLOGUE,
    **answers,
) -> Fiche:
    """A plan of care, complete, written on its day."""
    back = team.clock().astimezone()
    team.clock.set(jour, back.time())
    opened = fiches.start(team[role], patient.id, "pps")
    said = {**GOALS, "jour": jour.isoformat(), "accord_jour": jour.isoformat(), **answers}
    made = fiches.save(team[role], opened, jour=jour, answers=said, complete=True)
    team.clock.set(back.date(), back.time())
    return made


def moved(team: Team, fiche, rang: int, etat: str, jour: date = TODAY, role=Role.PSYCHOLOGUE):
    """One goal of a plan, as it stands from a day on."""
    back = team.clock().astimezone()
    team.clock.set(jour, back.time())
    made = plan_de_soins.change_etat(team[role], fiche.id, rang, etat, None)
    team.clock.set(back.date(), back.time())
    return made
