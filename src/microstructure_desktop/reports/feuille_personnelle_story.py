"""What an own sheet says: the code in big signs, whose notes it opens, and where to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .feuille_secours_story import facts, said, signs
from .wording import instant

if TYPE_CHECKING:
    from .feuille_secours_imprimee import FeuilleSecours

_CARRE = "Code carré : le même code personnel, pour un lecteur de codes"
_TEXTS = {
    "Ce qu’elle ouvre": (
        "Les notes personnelles de la personne nommée ci-dessus, et d’elle seule, quand on lui a "
        "donné une nouvelle phrase de passe. Dans sa session : « Réglages », « Ma feuille de "
        "secours », puis « Rouvrir mes notes ». Les espaces et les minuscules ne comptent pas ; "
        "il n’y a ni O, ni I, ni L dans ce code."
    ),
    "Ce qu’elle n’ouvre pas": (
        "Le cabinet : sans un compte qui l’ouvre, ce code ne sert à rien. Pour le cabinet, il y a "
        "la feuille que garde le médecin, qui n’ouvre aucune note personnelle."
    ),
    "Où la garder": (
        "Sous votre seule garde, hors du cabinet si vous le pouvez. Pas dans l’enveloppe du "
        "cabinet : qui aurait les deux feuilles pourrait lire vos notes. Ne la photographiez pas, "
        "n’en gardez pas de copie sur un ordinateur."
    ),
    "Quand la refaire": (
        "Après s’en être servi, ou si quelqu’un a pu la voir. La nouvelle feuille, une fois "
        "prouvée, remplace celle-ci ; gardez alors l’ancienne tant que des sauvegardes de son "
        "temps existent, puis détruisez-la."
    ),
}


def story(contenu: FeuilleSecours) -> list[Any]:
    return [
        *said("À GARDER POUR SOI", "Ma feuille de secours"),
        *facts(
            {
                "Notes de": contenu.auteur,
                "Cabinet": contenu.cabinet,
                "Coffre": contenu.coffre,
                "Faite le": instant(contenu.faite_le),
            }
        ),
        *signs(
            "Si ma phrase de passe est perdue, ce code rouvre mes notes personnelles.",
            contenu,
            _CARRE,
            _TEXTS,
        ),
    ]
