"""What a person may object to, and before whom, in words."""

from collections.abc import Iterable

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.services.oppositions import Cible

TEAM = "equipe"
OBJETS = (
    (Objet.PARTAGE.value, "Le partage"),
    (Objet.STATISTIQUE.value, "Les statistiques"),
    (Objet.RETRAIT.value, "Tout : retrait"),
)
EFFECTS = {
    Objet.PARTAGE: (
        "Effet immédiat : qui est visé ne lit plus que ce qu’il a écrit lui-même, dans le dossier, "
        "à l’écran, sur le papier et en réunion."
    ),
    Objet.STATISTIQUE: (
        "Effet immédiat : rien de ce qui concerne la personne ne compte dans les chiffres transmis."
    ),
    Objet.RETRAIT: (
        "Effet immédiat : chacun ne lit plus que ce qu’il a écrit, et rien ne compte dans les "
        "chiffres transmis. Les soins ne changent pas."
    ),
}
_PROFESSIONS = {
    Role.MEDECIN: "les médecins",
    Role.PSYCHOLOGUE: "les psychologues",
    Role.TRAVAILLEUR_SOCIAL: "les travailleurs sociaux",
    Role.PSYCHIATRE: "les psychiatres",
}


def audience(role: Role | None, membre: Membre | None) -> str:
    """« les psychologues », « Dr Lemoine »; « toute l’équipe » when nobody is named."""
    if membre is not None:
        return membre.nom_affiche
    return _PROFESSIONS.get(role, role.value) if role is not None else "toute l’équipe"


def objection(cible: Cible, membres: Iterable[Membre]) -> str:
    """« S’oppose au partage avec les psychologues »."""
    if cible.objet is Objet.STATISTIQUE:
        return "S’oppose aux statistiques"
    if cible.objet is Objet.RETRAIT:
        return "A retiré son accord"
    named = next((m for m in membres if m.id == cible.membre), None)
    return f"S’oppose au partage avec {audience(cible.role, named)}"


def audiences(membres: Iterable[Membre]) -> list[tuple[str, str]]:
    """The team, each profession, each carer: what is chosen, and how it is said."""
    carers = [m for m in membres if m.role in SOIGNANTS]
    return [
        (TEAM, "Toute l’équipe"),
        *((role.value, said.capitalize()) for role, said in _PROFESSIONS.items()),
        *((m.id, m.nom_complet) for m in carers),
    ]
