"""How the page of the annual report speaks."""

from collections.abc import Iterable
from datetime import datetime

from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.rapport_controles import Lieu, Sujet
from microstructure_desktop.services.rapport_documents import Format
from microstructure_desktop.services.rapport_ouvert import RapportOuvert
from microstructure_desktop.ui.texts import NBSP, clock, count

TITLE = "Rapport annuel"
ROUTE = "rapport"
PARTS = "Parties du rapport"
BEFORE = "Avant d’imprimer"
BEFORE_TEXT = (
    "Rien n’empêche d’imprimer : ce qui manque se verra dans les chiffres. Chaque ligne mène à "
    "l’endroit même."
)
HIDDEN = "Mode discret : les personnes ne sont pas nommées. F9 montre leurs noms."
OTHER_PLACES = {
    "accueil": "Voir les séances commencées",
    "dossier": "Ouvrir le dossier",
    "fiche": "Ouvrir la fiche",
}
PRINT = "Imprimer la version interne"
SECTIONS = "Les seize parties"
CHECKLIST, RELEASE = "verifications", "diffusion"
"""The parts of the page that are no section of the report."""
SHORT = {
    Section.IDENTITE: "Identité",
    Section.METHODE: "Méthode",
    Section.FILE_ACTIVE: "File active",
    Section.PROFIL: "Profil",
    Section.CONDUITES: "Conduites",
    Section.SANTE: "Santé",
    Section.ACTIVITE: "Activité",
    Section.ENTOURAGE: "Entourage",
    Section.TRAVAIL_SOCIAL: "Travail social",
    Section.COORDINATION: "Coordination",
    Section.PARCOURS: "Parcours",
    Section.EVOLUTION: "Évolution",
    Section.FORFAITS: "Forfaits et moyens",
    Section.QUALITE: "Qualité des données",
    Section.VIGNETTES: "Vignettes",
    Section.PERSPECTIVES: "Perspectives",
}
"""What fits beside the page; the report has the whole titles."""
HINTS = {
    Section.IDENTITE: "Le cabinet, l’équipe, les faits marquants de l’année.",
    Section.METHODE: "Ce qu’il faut savoir pour lire les chiffres.",
    Section.VIGNETTES: (
        "Une situation racontée sans rien qui la fasse reconnaître : ni nom, ni prénom même "
        "changé, ni âge exact, ni commune, ni métier rare."
    ),
    Section.PERSPECTIVES: "Ce qui a manqué, ce qui est prévu.",
}
OF_SECTION = {
    Sujet.MOIS: Section.METHODE,
    Sujet.FICHES: Section.PROFIL,
    Sujet.SEANCES: Section.ACTIVITE,
    Sujet.REUNIONS: Section.COORDINATION,
    Sujet.FINANCEMENTS: Section.FORFAITS,
}
"""The section whose figures wait for each thing that is missing."""
RELEASE_TITLE = "Version à diffuser"
RELEASE_PRINT = "Diffuser le rapport"
RELEASE_ABOUT = (
    "Voici exactement ce qui serait montré hors de l’équipe. Les commentaires y sont tels quels : "
    "relisez-les. Rien n’est inscrit tant que vous n’avez pas confirmé."
)
RELEASE_TEXT = (
    "Ce qui sort est inscrit pour toujours au registre de ce qui a été montré dehors. Ces chiffres "
    "ne changeront plus, même corrigés ensuite dans les dossiers."
)
RELEASE_VERB = "Inscrire et ouvrir"
READ_AGAIN = "J’ai relu les textes : personne n’y est nommé"
WITH_VIGNETTES = "Joindre les vignettes"
FORMAT = "Fichier"
FORMATS = ((Format.PDF.value, "PDF"), (Format.DOCX.value, "Texte modifiable (DOCX)"))
EDITABLE = "Version modifiable (DOCX)"
WITHHELD = "Non diffusé"
NOT_TOLD = "non diffusé"
ALL_TOLD = "Toutes les répartitions prévues peuvent être montrées."
OUTSIDE = "Hors de l’équipe"
SHOWN = "Ce qui serait montré"
LEDGER = "Déjà montré dehors"
NOTHING_LEFT = "Rien n’a encore été montré."
CHANNELS = {
    Canal.EXPORT: "export",
    Canal.RAPPORT: "rapport annuel",
    Canal.STATISTIQUE: "statistique",
    Canal.AFFICHE: "affiche",
}
HINT = "Ce que les chiffres ne disent pas. N’y nommez personne."
COMMENT = "Commentaire de l’équipe"


def readers() -> str:
    """Who will read a comment."""
    printed = "Il est imprimé dans la version interne, et dans la version à diffuser."
    return f"{lisible(Permission.RAPPORT)} {printed}"


def kept(at: datetime) -> str:
    """The draft is on disk."""
    return f"Brouillon gardé à {clock(at.time())}"


def resumed() -> str:
    return (
        f"Texte repris là où vous l’aviez laissé{NBSP}: il n’est pas encore dans le rapport. "
        "« Enregistrer » l’y met, changer de partie aussi."
    )


def recorded(section: Section) -> str:
    return f"Commentaire enregistré{NBSP}: {SHORT[section]}"


def former(annee: int) -> str:
    return f"Le commentaire de {annee}"


def missing(many: int) -> str:
    return count(many, "point à compléter", "points à compléter") if many else "Tout est prêt"


def subtitle(ouvert: RapportOuvert) -> str:
    rapport = ouvert.rapport
    said = len([c for c in rapport.imprime.chapitres if c.commentaire])
    comments = count(said, "commentaire")
    return f"{missing(len(rapport.manques))} · {comments} sur {len(Section)} parties"


def tag(ouvert: RapportOuvert) -> tuple[str, str]:
    """The word says it, the colour repeats it."""
    return ("Prêt", "ok") if ouvert.rapport.pret else ("À compléter", "warn")


def place(sujet: Sujet, lieu: Lieu) -> str:
    """What a line of the checklist leads to."""
    if sujet is Sujet.FINANCEMENTS:
        return "Ajouter un financeur"
    if "section" in lieu.params:
        return SHORT[Section(lieu.params["section"])]
    if lieu.mots:
        return lieu.mots[:1].upper() + lieu.mots[1:]
    return OTHER_PLACES.get(lieu.route, "Ouvrir")


def goes(said: str) -> str:
    return f"Aller à{NBSP}: {said}"


def more(left: int) -> str:
    return f"et {count(left, 'autre')}"


def release_title(annee: int) -> str:
    return f"{RELEASE_TITLE} · {annee}"


def release_question(annee: int) -> str:
    return f"Diffuser le rapport {annee}{NBSP}?"


def release_counts(tables: int, told: int, kept: int) -> str:
    """« 6 tableaux exacts, 4 répartitions montrées, 1 non diffusée »."""
    said = [count(tables, "tableau exact", "tableaux exacts")] if tables else []
    if told or kept:
        said.append(count(told, "répartition montrée", "répartitions montrées"))
        said.append(count(kept, "non diffusée", "non diffusées"))
    return ", ".join(said)


def doubt_title(doubts: Iterable[str]) -> str:
    places = [_place(key) for key in doubts]
    if not places:
        return ""
    return f"Quelqu’un semble nommé{NBSP}: {', '.join(places)}."


def doubts(found: Iterable[str]) -> str:
    """The words themselves, for who may look for a patient."""
    said = [f"«{NBSP}{mots}{NBSP}»" for mots in found if mots]
    words = f"{', '.join(said)}. " if said else ""
    return f"{words}Corrigez le texte, ou confirmez au moment de diffuser que vous l’avez relu."


def _place(key: str) -> str:
    return SHORT[Section(key)] if key in list(Section) else "Financeurs"
