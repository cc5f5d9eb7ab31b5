"""Next acts: where a decision leads, offered as a link and never done by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.navigation import Route


@dataclass(frozen=True, slots=True)
class NextAct:
    """`words` are a verb and its object; offered to who has the right."""

    words: str
    permission: Permission
    route: Callable[[PatientId], Route]


def _agenda(_patient: PatientId) -> Route:
    return Route("agenda")


def _form(formulaire: Formulaire) -> Callable[[PatientId], Route]:
    return lambda patient: Route("dossier", patient_id=patient, formulaire=formulaire)


_ACTS = {
    TypeDecision.INTENSIFICATION: NextAct(
        "Prendre les rendez-vous", Permission.ECRIRE_AGENDA, _agenda
    ),
    TypeDecision.ESPACEMENT: NextAct("Revoir les rendez-vous", Permission.ECRIRE_AGENDA, _agenda),
    TypeDecision.ORIENTATION: NextAct(
        "Chercher un partenaire", Permission.ANNUAIRE, lambda _patient: Route("annuaire")
    ),
    TypeDecision.AVIS_PSYCHIATRE: NextAct(
        "Prendre rendez-vous avec le psychiatre", Permission.ECRIRE_AGENDA, _agenda
    ),
    TypeDecision.VAD: NextAct("Prendre le rendez-vous", Permission.ECRIRE_AGENDA, _agenda),
    TypeDecision.REEVALUATION_PPS: NextAct(
        "Ouvrir le plan de soins",
        Permission.CLINIQUE,
        lambda patient: Route("dossier", patient_id=patient, onglet="plan"),
    ),
    TypeDecision.INCLUSION: NextAct(
        "Inclure dans un programme", Permission.INCLUSION, _form(Formulaire.INCLUSION)
    ),
    TypeDecision.SORTIE: NextAct(
        "Terminer le suivi", Permission.INCLUSION, _form(Formulaire.SORTIE)
    ),
    TypeDecision.SIGNALEMENT: NextAct(
        "Écrire un courrier", Permission.ECRIRE_DOCUMENTS, _form(Formulaire.LETTRE)
    ),
}


def next_act(kind: TypeDecision | None, role: Role) -> NextAct | None:
    """Nothing when the decision asks for nothing more, or the role may not."""
    act = _ACTS.get(kind) if kind is not None else None
    return act if act is not None and allowed(role, act.permission) else None
