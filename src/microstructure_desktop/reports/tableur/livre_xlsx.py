"""The workbook: a fixed heading that filters, widths that fit, pages that print, a dictionary."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from . import archive_xlsx, case_xlsx, cellules, dictionnaire
from .texte import propre

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from .feuilles import Classeur, Feuille

_GRAS = Font(name="Calibri", size=11, bold=True)
_FOND = PatternFill("solid", fgColor="E7EEF0")
_PLACE = Alignment(vertical="center", wrap_text=True)
_TRAIT = Border(bottom=Side("thin", color="5B7178"))
_ETROITE, _LARGE = 9, 60
_BOUTON = 2.5
"""Beside the heading, the button of its filter; widths are in characters."""
_A4 = 9
_MAX_TITRE = 100


def octets(classeur: Classeur) -> bytes:
    livre = Workbook()
    for vide in livre.worksheets:
        livre.remove(vide)
    edite_le = classeur.edite_le.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    livre.properties = DocumentProperties(
        creator=None,
        title=propre(classeur.titre),
        language="fr-FR",
        created=edite_le,
        modified=edite_le,
    )
    livre.calculation.fullCalcOnLoad = False  # nothing to compute: closing asks no question
    for feuille in dictionnaire.expliquees(classeur):
        onglet: Worksheet = livre.create_sheet(feuille.nom)
        _mise_en_page(onglet, feuille)
        _remplir(onglet, feuille)
    return archive_xlsx.octets(livre)


def _mise_en_page(onglet: Worksheet, feuille: Feuille) -> None:
    onglet.freeze_panes = "A2"
    derniere = get_column_letter(len(feuille.colonnes))
    onglet.auto_filter.ref = f"A1:{derniere}{len(feuille.lignes) + 1}"
    onglet.print_title_rows = "1:1"
    onglet.page_setup.orientation = "landscape"
    onglet.page_setup.paperSize = _A4
    onglet.page_setup.fitToHeight = 0
    onglet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert onglet.oddHeader is not None
    assert onglet.oddFooter is not None
    onglet.oddHeader.center.text = propre(feuille.titre)[:_MAX_TITRE].replace("&", "&&")
    onglet.oddFooter.right.text = "Page &P sur &N"


def _remplir(onglet: Worksheet, feuille: Feuille) -> None:
    largeurs = [_entete(onglet, numero, c.libelle) for numero, c in enumerate(feuille.colonnes)]
    for rang, ligne in enumerate(cellules.lignes(feuille), start=2):
        for numero, valeur in enumerate(ligne):
            if valeur is not None:
                case = onglet.cell(rang, numero + 1, "")
                largeur = case_xlsx.remplir(case, feuille.colonnes[numero], valeur)
                largeurs[numero] = max(largeurs[numero], largeur)
    for numero, largeur in enumerate(largeurs, start=1):
        voulue = min(max(largeur, _ETROITE), _LARGE) + _BOUTON
        onglet.column_dimensions[get_column_letter(numero)].width = voulue


def _entete(onglet: Worksheet, numero: int, libelle: str) -> int:
    """How wide its longest word is."""
    case = onglet.cell(1, numero + 1, "")
    case_xlsx.texte(case, propre(libelle))
    case.font, case.fill, case.alignment, case.border = _GRAS, _FOND, _PLACE, _TRAIT
    return max(map(len, libelle.split()), default=0)
