"""The matrix of rights in words, for the screen and for paper."""

from dataclasses import dataclass

from microstructure_desktop.domain.equipe import Role

from .droits import matrice

RIEN = "—"
_MOTS = (
    ({"lire", "nominatif"}, "lit, avec les noms"),
    ({"lire", "ecrire", "restaurer"}, "lit, écrit, restaure"),
    ({"lire", "ecrire"}, "lit et écrit"),
    ({"lire"}, "lit"),
    ({"present"}, "les siennes"),
    ({"sien"}, "les siens"),
    ({"resume"}, "résumé partagé"),
    ({"liste"}, "la liste"),
    ({"nominatif"}, "avec les noms"),
    ({"diffusable"}, "sans personne"),
    ({"restaurer"}, "restaure"),
    ({"ecrire"}, "peut le faire"),
)
"""The first whose rights are all there says it."""
LEGENDE = (
    "Résumé partagé : seulement les réponses partagées avec toute l’équipe.",
    "Les siennes : les réunions dont la personne est participante, qu’elle lit et écrit.",
    "Les siens : les accès que l’on a faits soi-même.",
    "Sans personne : la version du rapport faite pour sortir du cabinet.",
    "La liste : qui vient, quand et avec qui ; rien de ce qui est dit.",
)
HONNETE = (
    "Ce sont des règles de l’application : tous les comptes ouvrent le même coffre, et qui "
    "saurait le lire sans elle y lirait tout. Seules les notes personnelles sont scellées à la "
    "clé de leur auteur : personne d’autre ne peut les lire."
)


@dataclass(frozen=True, slots=True)
class LigneDroits:
    """What each role may do with a content, in the order of `Role`."""

    titre: str
    mots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tableau:
    """`source`: the texts that it follows, and what is our own choice."""

    lignes: tuple[LigneDroits, ...]
    source: str


def tableau() -> Tableau:
    """The rules that are applied, as they are applied."""
    found = matrice()
    lignes = tuple(
        LigneDroits(
            contenu.titre, tuple(mot(contenu.droits.get(role, frozenset())) for role in Role)
        )
        for contenu in found.contenus.values()
    )
    return Tableau(lignes, found.source)


def mot(droits: frozenset[str]) -> str:
    """How rights on one content are said."""
    return next((word for asked, word in _MOTS if asked <= droits), RIEN)
