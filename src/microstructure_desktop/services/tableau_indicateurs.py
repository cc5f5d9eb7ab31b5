"""Every indicator of a year, month by month then for the year, and what each value is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS, Indicateur
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.reports.tableur.feuilles import (
    Classeur,
    Colonne,
    Feuille,
    Genre,
    Valeur,
)

from . import activite_mots
from .access import Permission, check
from .activite_classeur import NATURES, nombre
from .documents import Document
from .faits import FaitsDuCabinet
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.valeur import Valeur as Compte
    from microstructure_desktop.store.work import Work

    from .catalogue_indicateurs import Definition
    from .reference import Reference

GENRE = "indicateurs_tableur"
DOUZE = 12
_CENT = 100
_COLONNES = (
    Colonne("periode", "Période", Genre.TEXTE, "Le mois, écrit AAAA-MM, ou l’année entière."),
    Colonne("code", "Code", Genre.TEXTE, "M\u00a0: chaque mois. A\u00a0: sur l’année."),
    Colonne("indicateur", "Indicateur", Genre.TEXTE, "Son titre."),
    Colonne("ligne", "Ligne", Genre.TEXTE, "Ce que la valeur compte dans l’indicateur."),
    Colonne("valeur", "Valeur", Genre.DECIMAL, "Vide quand rien ne permet de la dire.", 1),
    Colonne("nature", "Nature", Genre.TEXTE, "Ce qu’est la valeur\u00a0: nombre, minutes, euros…"),
    Colonne("base", "Base", Genre.ENTIER, "Parmi combien, réponses connues seulement."),
    Colonne("part", "Part", Genre.POUR_CENT, "Valeur sur base, à partir de 10 personnes."),
    Colonne("nr", "Non renseignés", Genre.ENTIER, "Réponses inconnues, hors de la base."),
    Colonne("provisoire", "Provisoire", Genre.OUI_NON, "La période n’est pas finie."),
)
_DEFINITION = Colonne("definition", "Définition", Genre.TEXTE, "Ce qui est compté.")
_DEFINIS = (
    Colonne("code", "Code", Genre.TEXTE, "Code de l’indicateur."),
    Colonne("titre", "Indicateur", Genre.TEXTE, "Son titre."),
    _DEFINITION,
    Colonne("unite", "Unité", Genre.TEXTE, "L’unité de ses valeurs, s’il en a une."),
)


@dataclass(frozen=True, slots=True)
class _Ligne:
    """One value of one period."""

    periode: str
    definition: "Definition"
    compte: "Compte"
    provisoire: bool


def indicateurs(office: Office, work: "Work", annee: int) -> tuple[Feuille, Feuille]:
    """The values, then what each indicator counts."""
    rows = tuple(_cases(office.reference, x) for x in _lignes(office, work, annee))
    definis = office.reference.indicateurs.definitions.values()
    return (
        Feuille("Indicateurs", _titre(annee), _COLONNES, rows),
        Feuille(
            "Définitions",
            "Ce que chaque indicateur compte",
            _DEFINIS,
            tuple((d.code, d.titre, d.definition, d.unite) for d in definis),
        ),
    )


def xlsx(office: Office, annee: int) -> Document:
    """The year as a workbook."""
    from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx as render

    check(office, Permission.DONNEES)
    with office.store.read() as work:
        sheets = indicateurs(office, work, annee)
    titre = sheets[0].titre
    content = render(Classeur(titre, office.now().astimezone(), sheets))
    return Document(titre, f"indicateurs-{annee}.xlsx", content, nominatif=False, genre=GENRE)


def csv(office: Office, annee: int) -> Document:
    """The year in one file, each value with its definition."""
    from microstructure_desktop.reports.tableur.fichiers_csv import encode

    check(office, Permission.DONNEES)
    with office.store.read() as work:
        found = tuple(_lignes(office, work, annee))
    rows = tuple((*_cases(office.reference, x), x.definition.definition) for x in found)
    titre = _titre(annee)
    content = encode(Feuille("Indicateurs", titre, (*_COLONNES, _DEFINITION), rows))
    return Document(titre, f"indicateurs-{annee}.csv", content, nominatif=False, genre=GENRE)


def _titre(annee: int) -> str:
    return f"Indicateurs de l’année {annee}"


def _lignes(office: Office, work: "Work", annee: int) -> Iterator[_Ligne]:
    """Nothing of a period that has not begun."""
    faits, le = FaitsDuCabinet(work, office), today(office)
    for numero in range(1, DOUZE + 1):
        mois = Mois(annee, numero)
        if mois.premier <= le:
            yield from _periode(office, faits, Periode.du_mois(mois), str(mois), MENSUELS)
    if Periode.de_l_annee(annee).premier <= le:
        yield from _periode(office, faits, Periode.de_l_annee(annee), str(annee), ANNUELS)


def _periode(
    office: Office,
    faits: FaitsDuCabinet,
    periode: Periode,
    ecrite: str,
    comptes: Mapping[str, Indicateur],
) -> Iterator[_Ligne]:
    definitions = office.reference.indicateurs.definitions
    for code, compter in comptes.items():
        if code in definitions:
            for valeur in compter(faits, periode).valeurs:
                yield _Ligne(ecrite, definitions[code], valeur, faits.le <= periode.dernier)


def _cases(reference: "Reference", x: _Ligne) -> tuple[Valeur, ...]:
    share = x.compte.pour_cent
    return (
        x.periode,
        x.definition.code,
        x.definition.titre,
        activite_mots.libelle(reference, x.definition, x.compte.cle),
        nombre(x.compte),
        NATURES[x.compte.nature],
        x.compte.base,
        None if share is None else Decimal(share) / _CENT,
        x.compte.nr,
        x.provisoire,
    )
