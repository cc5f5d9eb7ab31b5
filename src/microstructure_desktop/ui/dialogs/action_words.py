"""An action decided in a meeting, in words: by when, since when, how it ended."""

from datetime import date

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.services.autres_reunions import TYPES
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP, near_date, numeric_date

TEAM = "Toute l’équipe"
_OVER = {Suite.FAITE: "faite", Suite.ABANDONNEE: "abandonnée"}


def about(decidee: ActionDecidee, context: Context) -> str:
    """Whom it is about, or the meeting that asked for it: « Réunion de crise »."""
    if decidee.patient is not None:
        return context.discretion.name(decidee.patient)
    kind = decidee.action.reunion
    label: str = context.reference.libelle(TYPES, kind.name) if kind is not None else ""
    return label


def late_line(decidee: ActionDecidee, today: date) -> str:
    """« En retard : c’était pour le 15 oct. », or nothing."""
    action = decidee.action
    if action.pour is None or not action.en_retard(today):
        return ""
    return f"En retard{NBSP}: c’était pour {_the(action.pour, today)}"


def waiting_line(decidee: ActionDecidee, today: date, *, owner: bool) -> str:
    """« Dr Exemple · avant le 04/12 · décidé le 22 oct. »; `owner`: say who does it."""
    action = decidee.action
    who = decidee.qui.nom_affiche if decidee.qui is not None else TEAM
    when = action.decision.echeance.strip()
    if not when and action.pour is not None:
        when = f"pour {_the(action.pour, today)}"
    since = f"décidé {_the(action.depuis, today)}"
    return _joined((who if owner else "", when, since))


def over_line(decidee: ActionDecidee) -> str:
    """« faite le 05/10/2026 par C. Modèle · CMP joint », or nothing while it waits."""
    action = decidee.action
    word = _OVER.get(action.decision.suite)
    if word is None or action.fini_le is None:
        return ""
    by = f" par {decidee.par.nom_affiche}" if decidee.par is not None else " en réunion"
    return _joined((f"{word} le {numeric_date(action.fini_le)}{by}", action.note))


def _the(day: date, today: date) -> str:
    """« le 15 oct. », « hier »."""
    near = near_date(day, today)
    return near if abs((day - today).days) <= 1 else f"le {near}"


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)
