"""What the application promises, in a person's words, and what must hold for each.

P7 spoke of two computers, which is not in this product: its number is left free.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    number: str
    words: str
    demands: str


PROMISES = (
    Promise(
        "P1",
        "« Enregistré » s’affiche quand c’est sur le disque",
        "aucun enregistrement confirmé perdu : 200 arrêts brutaux, 1 000 coupures de courant",
    ),
    Promise(
        "P2",
        "Aucune panne silencieuse",
        "tout dégât d’un fichier refusé avant qu’un dossier soit montré, avec une phrase",
    ),
    Promise(
        "P3",
        "Rien en clair hors de la mémoire vive",
        "aucun mot repère, ni dans les fichiers, ni dans ce qui est écrit au passage",
    ),
    Promise(
        "P4",
        "Chaque sauvegarde a été rouverte et vérifiée",
        "un fichier ne prend son nom qu’après avoir été relu en entier, hors du cache",
    ),
    Promise(
        "P5",
        "La restauration ne peut pas tout casser",
        "interrompue à chaque étape : l’ancien coffre ou le nouveau, entier, et l’autre gardé",
    ),
    Promise(
        "P6",
        "Verrouillé : plus rien à lire",
        "aucune clé, phrase de passe ni donnée de patient en mémoire après le verrouillage",
    ),
    Promise(
        "P8",
        "Qui a fait quoi est inaltérable",
        "modifier, supprimer, couper au milieu ou à la fin : tout est vu, dans les deux journaux",
    ),
    Promise(
        "P9",
        "Une mise à jour ne perd rien, un ancien logiciel n’abîme rien",
        "80 arrêts brutaux : l’ancien schéma ou le nouveau, jamais entre les deux",
    ),
    Promise(
        "P10",
        "Un mauvais fichier ne plante pas l’application",
        "aucune erreur imprévue, au moins 60 s de fichiers hostiles par lecteur",
    ),
    Promise(
        "P11",
        "Effacer un patient, vraiment",
        "le coffre et chaque sauvegarde accessible récrits et vérifiés de nouveau",
    ),
    Promise(
        "P12",
        "Enregistrer ne ralentit pas",
        "le même travail du disque à chaque enregistrement, quelle que soit la taille du coffre",
    ),
)
