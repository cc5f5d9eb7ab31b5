"""The sheets that explain the others: what each column means, what each code stands for."""

from dataclasses import replace

from .feuilles import Classeur, Colonne, Feuille, Genre
from .texte import nom_de_feuille

DICTIONNAIRE = "Dictionnaire"
CODES = "Codes"

_GENRES = {
    Genre.TEXTE: "texte",
    Genre.ENTIER: "nombre entier",
    Genre.DECIMAL: "nombre décimal",
    Genre.DATE: "date",
    Genre.HEURE: "heure",
    Genre.OUI_NON: "oui ou non",
    Genre.CODE: "choix dans une liste",
    Genre.POUR_CENT: "pour cent",
    Genre.EUROS: "montant en euros",
}


def _texte(cle: str, libelle: str, definition: str) -> Colonne:
    return Colonne(cle, libelle, Genre.TEXTE, definition)


_FEUILLE = _texte("feuille", "Feuille", "L’onglet, ou le fichier, où se trouve la colonne.")
_COLONNE = _texte("colonne", "Colonne", "L’intitulé de la colonne.")
_DU_DICTIONNAIRE = (
    _FEUILLE,
    _COLONNE,
    _texte("cle", "Nom court", "Le nom de la colonne pour un logiciel de statistique."),
    _texte("definition", "Définition", "Ce que la colonne contient."),
    _texte("type", "Type", "La sorte de valeur. Une case vide veut dire «\u00a0non saisi\u00a0»."),
    _texte("liste", "Liste", "La liste d’où viennent les choix."),
)
_DES_CODES = (
    _FEUILLE,
    _COLONNE,
    _texte("liste", "Liste", "La liste d’où vient le choix."),
    _texte("code", "Code", "Le choix tel qu’il est enregistré."),
    _texte("libelle", "Libellé", "Le choix tel qu’il est écrit dans la colonne."),
)


def expliquees(classeur: Classeur) -> tuple[Feuille, ...]:
    """Its sheets under names that tabs take, then the dictionary, then the codes if there are."""
    feuilles = _nommees(classeur.feuilles)
    decrites = Feuille(
        DICTIONNAIRE,
        "Dictionnaire des colonnes",
        _DU_DICTIONNAIRE,
        tuple(
            (f.nom, c.libelle, c.cle, c.definition, _type(c), c.liste)
            for f in feuilles
            for c in f.colonnes
        ),
    )
    codes = Feuille(
        CODES,
        "Codes et libellés",
        _DES_CODES,
        tuple(
            (f.nom, c.libelle, c.liste, code, libelle)
            for f in feuilles
            for c in f.colonnes
            for code, libelle in c.codes.items()
        ),
    )
    return (*feuilles, decrites, codes) if codes.lignes else (*feuilles, decrites)


def _nommees(feuilles: tuple[Feuille, ...]) -> tuple[Feuille, ...]:
    pris = [DICTIONNAIRE, CODES]
    for feuille in feuilles:
        pris.append(nom_de_feuille(feuille.nom, pris))
    return tuple(replace(f, nom=nom) for f, nom in zip(feuilles, pris[2:], strict=True))


def _type(colonne: Colonne) -> str:
    mot = _GENRES[colonne.genre]
    return f"{mot} ({colonne.decimales} après la virgule)" if colonne.decimales else mot
