"""Workbooks and folders of tables read back as a person's software does."""

import csv
import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from microstructure_desktop.services import tableaux_equipe
from microstructure_desktop.services.tableaux_equipe import Contenu, Demande, Format

DU, AU = date(2026, 1, 1), date(2026, 11, 19)
WHY = "Réunion de synthèse du mois"


def asked(*contenus, nominatif=False, du=DU, au=AU, motif=WHY):
    return Demande(frozenset(contenus or Contenu), du, au, nominatif, motif if nominatif else "")


def sheets(content: bytes):
    """By name of its sheet, a dictionary for each row."""
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: as_rows(list(sheet.iter_rows(values_only=True))) for sheet in book}


def as_rows(lines):
    head, *others = lines
    return [dict(zip(head, line, strict=True)) for line in others]


def made(office, folder: Path, *contenus, **options):
    """The sheets of a workbook that the office made and saved."""
    path = folder / "tableaux.xlsx"
    tableaux = tableaux_equipe.preparer(office, asked(*contenus, **options))
    tableaux_equipe.enregistrer(office, tableaux, path, Format.XLSX)
    return sheets(path.read_bytes())


def csv_rows(path: Path):
    text = path.read_bytes().decode("utf-8-sig")
    return as_rows(list(csv.reader(io.StringIO(text), delimiter=";")))
