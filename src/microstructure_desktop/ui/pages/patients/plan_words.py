"""How a goal and a decision say where they stand: an icon of their own, a tag, a line."""

from datetime import date

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.services.plan_de_soins import Objectif, VersionPlan
from microstructure_desktop.ui.dialogs.action_words import over_line
from microstructure_desktop.ui.texts import NBSP, near_date, numeric_date

from .jalons import goal_line
from .words import joined

LATE = ("En retard", "warn")
NO_STATE = "État à préciser"
_ICONS = {
    "A_FAIRE": ("circle", "text3"),
    "EN_COURS": ("circle-dot", "primary"),
    "PARTIEL": ("circle-dashed", "ok"),
    "ATTEINT": ("circle-check", "ok"),
    "ABANDONNE": ("circle-x", "text3"),
}
_UNKNOWN = ("circle", "text3")
_SUITES = {
    Suite.A_FAIRE: ("À faire", "info"),
    Suite.FAITE: ("Faite", "ok"),
    Suite.ABANDONNEE: ("Abandonnée", "mute"),
}


def state_icon(goal: Objectif) -> tuple[str, str]:
    """(icon, colour): the shapes differ, so that the colour is never alone."""
    return _ICONS.get(goal.etat, _UNKNOWN)


def goal_caption(goal: Objectif) -> str:
    """« Psychologique · C. Modèle · pour le 10/11/2026 »."""
    day = f"pour le {numeric_date(goal.echeance)}" if goal.echeance is not None else ""
    return joined((goal.domaine, goal.qui, day))


def decision_tag(action: ActionDecidee, le: date) -> tuple[str, str]:
    return LATE if action.action.en_retard(le) else _SUITES[action.action.decision.suite]


def decision_caption(action: ActionDecidee) -> str:
    """« Dr Exemple · avant le 04/12 · réunion du 24/09/2026 · faite le 02/12/2026… »."""
    who = action.qui.nom_affiche if action.qui is not None else ""
    when = action.action.decision.echeance.strip()
    since = f"réunion du {numeric_date(action.action.depuis)}"
    return joined((who, when, since, over_line(action)))


def version_lines(version: VersionPlan) -> str:
    return "\n".join(goal_line(goal) for goal in version.changements)


def version_caption(version: VersionPlan, number: int, le: date) -> str:
    """« Version 2 · mar. 6 oct. · Dr Exemple »."""
    who = version.auteur.nom_affiche if version.auteur is not None else ""
    when = near_date(version.at.astimezone().date(), le)
    return joined((f"Version{NBSP}{number}", when, who))
