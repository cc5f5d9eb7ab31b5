"""Which role may do what; checked first by every action."""

from enum import StrEnum

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.errors import AppError

from .office import Office


class Permission(StrEnum):
    IDENTITE = "identite"
    CLINIQUE = "clinique"
    REUNION = "reunion"
    PARTAGE = "partage"
    EQUIPE = "equipe"


_SOIN = frozenset(Permission)
DROITS: dict[Role, frozenset[Permission]] = {
    Role.MEDECIN: _SOIN,
    Role.PSYCHOLOGUE: _SOIN,
    Role.TRAVAILLEUR_SOCIAL: _SOIN,
    Role.PSYCHIATRE: _SOIN - {Permission.EQUIPE},
    Role.COORDINATION: frozenset({Permission.PARTAGE, Permission.EQUIPE}),
    Role.SECRETARIAT: frozenset({Permission.IDENTITE}),
}


class AccessDenied(AppError):
    sentence = "Votre rôle ne permet pas cette action."
    way_out = "Demandez à un membre de l’équipe de soins de la faire."


def allowed(role: Role, permission: Permission) -> bool:
    return permission in DROITS[role]


def check(office: Office, permission: Permission) -> None:
    """Refuse the action unless the person at the keyboard may do it.

    Raises:
        AccessDenied: the role lacks this permission.
    """
    if not allowed(office.membre.role, permission):
        raise AccessDenied
