"""Who will read what is being typed, said from the rules that are applied."""

from microstructure_desktop.domain.equipe import SOIGNANTS, Role

from .access import Permission, allowed

_TOUS = "Lisible par toute l’équipe, secrétariat et coordination compris."
_MOTS = {
    Role.MEDECIN: "les médecins",
    Role.PSYCHOLOGUE: "les psychologues",
    Role.TRAVAILLEUR_SOCIAL: "les travailleurs sociaux",
    Role.PSYCHIATRE: "les psychiatres",
    Role.SECRETARIAT: "le secrétariat",
    Role.COORDINATION: "la coordination",
}
_SOIGNANTS = "tous les soignants de l’équipe"


def lisible(permission: Permission, *autres: str) -> str:
    """« Lisible par tous les soignants de l’équipe. », from who has a right to read.

    `autres`: who reads for another reason than their role.
    """
    found = [role for role in Role if allowed(role, permission)]
    if len(found) == len(Role):
        return _TOUS
    carers = [_MOTS[role] for role in found if role in SOIGNANTS]
    said = [_SOIGNANTS] if len(carers) == len(SOIGNANTS) else carers
    said += [_MOTS[role] for role in found if role not in SOIGNANTS]
    *first, last = *said, *autres
    return f"Lisible par {', '.join(first)} et {last}." if first else f"Lisible par {last}."
