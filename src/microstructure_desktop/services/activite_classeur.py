"""The activity of a period as a table that the team opens in a spreadsheet."""

from decimal import Decimal
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.valeur import DIXIEMES, Nature

from . import activite_mots
from .access import Permission, check
from .activite import Activite, Autour, autour, lire, un_an_avant
from .activite_documents import GENRE, fichier
from .activite_themes import themes
from .documents import Document

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.faits import Periode
    from microstructure_desktop.domain.indicateurs.valeur import Valeur
    from microstructure_desktop.reports.tableur.feuilles import Classeur, Colonne, Feuille
    from microstructure_desktop.reports.tableur.feuilles import Valeur as Cellule

    from .catalogue_indicateurs import Definition
    from .office import Office
    from .reference import Reference

_CENT = 100
NATURES = {
    Nature.NOMBRE: "nombre",
    Nature.PART: "nombre, parmi la base",
    Nature.MOYENNE: "moyenne",
    Nature.MEDIANE: "médiane",
    Nature.MINUTES: "minutes",
    Nature.CENTIMES: "euros",
}


def xlsx(office: "Office", periode: "Periode") -> Document:
    """Every figure as a workbook, with the dictionary of its columns."""
    from microstructure_desktop.reports.activite import TITLE
    from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx as render

    check(office, Permission.DONNEES)
    made = render(_classeur(office, periode))
    return Document(TITLE, fichier(periode, "xlsx"), made, nominatif=False, genre=GENRE)


def csv(office: "Office", periode: "Periode") -> Document:
    """The same figures for whatever reads no workbook."""
    from microstructure_desktop.reports.activite import TITLE
    from microstructure_desktop.reports.tableur.fichiers_csv import encode

    check(office, Permission.DONNEES)
    (sheet,) = _classeur(office, periode).feuilles
    return Document(TITLE, fichier(periode, "csv"), encode(sheet), nominatif=False, genre=GENRE)


def _classeur(office: "Office", periode: "Periode") -> "Classeur":
    from microstructure_desktop.reports.activite import TITLE
    from microstructure_desktop.reports.tableur.feuilles import Classeur

    found, beside = lire(office, periode), autour(office, periode)
    title = f"{TITLE}, {activite_mots.periode(periode)}"
    sheet = _feuille(office.reference, title, found, beside)
    return Classeur(title, office.now().astimezone(), (sheet,))


def _feuille(reference: "Reference", titre: str, found: Activite, beside: Autour) -> "Feuille":
    from microstructure_desktop.reports.tableur.feuilles import Feuille

    definitions = reference.indicateurs.definitions
    rows = [
        _ligne(reference, theme.titre, definitions[code], valeur, found, beside)
        for theme in themes(c for c in found.bilan.resultats if c in definitions)
        for code in theme.codes
        for valeur in found.bilan.resultats[code].valeurs
    ]
    return Feuille("Activité", titre, _colonnes(found.periode), tuple(rows))


def _colonnes(periode: "Periode") -> "tuple[Colonne, ...]":
    from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre

    here, before = (activite_mots.periode(p) for p in (periode, un_an_avant(periode)))
    return (
        Colonne("theme", "Thème", Genre.TEXTE, "Ce qui se lit ensemble sur la page Activité."),
        Colonne("code", "Code", Genre.TEXTE, "Code de l’indicateur."),
        Colonne("indicateur", "Indicateur", Genre.TEXTE, "Son titre."),
        Colonne("ligne", "Ligne", Genre.TEXTE, "Ce que la valeur compte dans l’indicateur."),
        Colonne("valeur", "Valeur", Genre.DECIMAL, f"Valeur pour {here}.", decimales=1),
        Colonne("nature", "Nature", Genre.TEXTE, "Ce qu’est la valeur : nombre, minutes, euros…"),
        Colonne("base", "Base", Genre.ENTIER, "Parmi combien, réponses connues seulement."),
        Colonne("part", "Part", Genre.POUR_CENT, "Valeur sur base, à partir de 10 personnes."),
        Colonne("nr", "Non renseignés", Genre.ENTIER, "Réponses inconnues, hors de la base."),
        Colonne("avant", "Un an avant", Genre.DECIMAL, f"Valeur pour {before}.", decimales=1),
        Colonne("provisoire", "Provisoire", Genre.OUI_NON, "La valeur peut encore changer."),
        Colonne("definition", "Définition", Genre.TEXTE, "Ce qui est compté."),
    )


def _ligne(
    reference: "Reference",
    theme: str,
    definition: "Definition",
    valeur: "Valeur",
    found: Activite,
    beside: Autour,
) -> "tuple[Cellule, ...]":
    known = beside.avant.resultats.get(definition.code)
    before = known.valeur(valeur.cle) if known is not None else None
    share = valeur.pour_cent
    return (
        theme,
        definition.code,
        definition.titre,
        activite_mots.libelle(reference, definition, valeur.cle),
        nombre(valeur),
        NATURES[valeur.nature],
        valeur.base,
        None if share is None else Decimal(share) / _CENT,
        valeur.nr,
        None if before is None else nombre(before),
        found.provisoire,
        activite_mots.definition(definition, found.periode),
    )


def nombre(valeur: "Valeur") -> Decimal | None:
    """In its unit: a mean in its own, euros, minutes, people; empty where nothing can be told."""
    if valeur.valeur is None or (valeur.nature is Nature.PART and not valeur.base):
        return None
    if valeur.nature in (Nature.MOYENNE, Nature.MEDIANE):
        return Decimal(valeur.valeur) / DIXIEMES
    if valeur.nature is Nature.CENTIMES:
        return Decimal(valeur.valeur) / _CENT
    return Decimal(valeur.valeur)
