"""What the page of the tables says."""

from collections.abc import Mapping
from pathlib import Path

from microstructure_desktop.services.tableaux_equipe import TITRE, Contenu, Format, Tableaux
from microstructure_desktop.services.tableaux_notice import (
    AVEC_NOM,
    SANS_NOM,
    phrase_exclus,
    phrase_fermes,
)
from microstructure_desktop.ui.texts import NBSP, count

TITLE = TITRE
ABOUT = "Des lignes à ouvrir dans un tableur, enregistrées là où vous le dites."
SAVE = "Enregistrer les tableaux"
CHOOSE_FILE = "Enregistrer les tableaux"
CHOOSE_FOLDER = "Choisir où mettre le dossier des tableaux"
XLSX_FILE = "Classeur (*.xlsx)"

WHAT = "Ce que contient le fichier"
CONTENTS: Mapping[Contenu, tuple[str, str]] = {
    Contenu.ACTIVITE: (
        "Activité",
        "Un acte par ligne : jour, profession, type, lieu, issue, durée.",
    ),
    Contenu.FILE_ACTIVE: (
        "File active",
        "Une personne rencontrée par ligne : sexe, âge, entrée, sortie, rencontres.",
    ),
    Contenu.FORFAITS: (
        "Forfaits",
        "Un forfait par ligne : état, actes comptés, montant théorique.",
    ),
    Contenu.INDICATEURS: (
        "Indicateurs",
        "Tous, mois par mois puis pour l’année du dernier jour, avec leurs définitions.",
    ),
    Contenu.FICHES: (
        "Réponses codées des fiches",
        "Les choix et les nombres que toute l’équipe lit ; jamais un texte libre.",
    ),
}
USUAL = frozenset(Contenu) - {Contenu.FICHES}
"""Chosen when the page opens; answers are asked for."""

PERIOD, FIRST, LAST = "Période", "Du", "Au"
UNREADABLE = "Écrivez un jour, par exemple 17/11/2026"
EMPTY_DAY = "Entrez un jour, par exemple 17/11/2026"

NAMES = "Noms"
WITHOUT, WITH = "sans", "avec"
FLAVOURS = ((WITHOUT, "Sans les noms"), (WITH, "Avec les noms"))
ABOUT_NAMES: Mapping[str, str] = {WITHOUT: SANS_NOM, WITH: AVEC_NOM}
REASON = "Pourquoi faut-il les noms ?"
REASON_HINT = "Gardé dans le journal d’accès, avec votre nom et le jour."

FILE = "Fichier"
FORMATS = (
    (Format.XLSX.value, "Classeur Excel ou LibreOffice (XLSX)"),
    (Format.CSV.value, "Fichiers simples (CSV)"),
)
ABOUT_FORMAT: Mapping[str, str] = {
    Format.XLSX.value: "Un seul fichier, une feuille par tableau et le dictionnaire des colonnes.",
    Format.CSV.value: "Un fichier par tableau, dans un dossier neuf. Un tableur peut y prendre un "
    "texte pour une date : préférez le classeur.",
}

KNOW = "À savoir"
FACTS = (
    ("map-pin", "Rien n’est écrit avant que vous ayez choisi l’endroit."),
    ("lock-open", "Le fichier n’est pas chiffré : mettez-le sur une clé qui l’est."),
    ("scroll-text", "Le journal d’accès garde ce qui a été enregistré, par qui et quand."),
    ("eraser", "Effacez-le dès qu’il a servi."),
)

SAVED = "Tableaux enregistrés"


def saved_in(path: Path) -> str:
    return f"{SAVED} dans « {path.parent.name} »."


def sheets(tableaux: Tableaux) -> str:
    """« Actes : 12 lignes · Forfaits : 3 lignes », the opening sheet left out."""
    _, *others = tableaux.classeur.feuilles
    return " · ".join(
        f"{each.nom}{NBSP}: {count(len(each.lignes), 'ligne', 'lignes')}" for each in others
    )


def left_out(tableaux: Tableaux) -> str:
    """Who is in no table, or nothing."""
    said = (
        phrase_exclus(tableaux.exclus) if tableaux.exclus else "",
        phrase_fermes(tableaux.fermes) if tableaux.fermes else "",
    )
    return "\n".join(filter(None, said))
