"""The first sheet of the tables: what they are, what they leave out, where to keep them."""

from datetime import date

from microstructure_desktop.french import count, numeric_date
from microstructure_desktop.reports.tableur.feuilles import Colonne, Feuille, Genre

SANS_NOM = (
    "Ces lignes parlent de personnes\u00a0: sans les noms, elles restent des données personnelles, "
    "et quelqu’un du cabinet peut s’y reconnaître."
)
AVEC_NOM = "Ces lignes nomment des personnes et disent qu’elles sont suivies ici."
GARDER = (
    "À garder sur une clé chiffrée ou dans un dossier de l’ordinateur qui l’est, et à effacer dès "
    "que ce fichier a servi."
)
_COLONNES = (
    Colonne("sujet", "Sujet", Genre.TEXTE, "De quoi la ligne parle."),
    Colonne("texte", "À savoir", Genre.TEXTE, "Ce qu’il faut en savoir."),
)


def notice(du: date, au: date, exclus: int, fermes: int, *, nominatif: bool) -> Feuille:
    rows = [
        ("Période", f"Du {numeric_date(du)} au {numeric_date(au)}"),
        ("Nature", AVEC_NOM if nominatif else SANS_NOM),
        ("Où le garder", GARDER),
    ]
    if exclus:
        rows.append(("Oppositions", phrase_exclus(exclus)))
    if fermes:
        rows.append(("Partage limité", phrase_fermes(fermes)))
    return Feuille("À lire", "Ce que contiennent ces tableaux", _COLONNES, tuple(rows))


def phrase_exclus(combien: int) -> str:
    one = "personne s’oppose à être comptée\u00a0: elle n’est dans aucun tableau."
    many = "personnes s’opposent à être comptées\u00a0: elles ne sont dans aucun tableau."
    return count(combien, one, many)


def phrase_fermes(combien: int) -> str:
    one = (
        "dossier vous est fermé à la demande de la personne\u00a0: il n’est pas dans ces tableaux."
    )
    many = "dossiers vous sont fermés à la demande des personnes\u00a0: ils n’y sont pas."
    return count(combien, one, many)
