"""A text is a text whatever it begins with, and a number is one only where it stays exact."""

import io
import re
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre
from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx
from microstructure_desktop.reports.tableur.texte import propre

from .cas import PIEGES, TEXTES, classeur, remarques


def content_of(sheet):
    return xlsx(classeur(sheet))


def cells(content):
    """The cells of the first sheet, as the XML says them: their type, what is inside."""
    with ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r'<c r="A\d+"[^>]* t="(\w+)">(.*?)</c>', xml, re.DOTALL)


@given(st.lists(TEXTES | st.sampled_from(PIEGES), max_size=8))
def test_that_any_text_is_read_back_as_a_text(texts):
    # A first cell that says something, so that no reader skips the empty ones.
    content = content_of(remarques("début", *texts, "fin"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    read = [row[0] for row in book.get_sheet_by_name("Remarques").to_python()]
    assert read == ["Remarque", "début", *map(propre, texts), "fin"]
    for kind, inside in cells(content):
        assert kind == "inlineStr"
        assert inside.startswith("<is><t")


@pytest.mark.parametrize("text", PIEGES)
def test_that_no_trap_is_a_formula(text):
    content = content_of(remarques(text))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_name("Remarques").to_python()[1] == [propre(text)]
    cell = openpyxl.load_workbook(io.BytesIO(content))["Remarques"]["A2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    with ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if "worksheets" in n]
    assert not any(re.search(rb"<f[ >]|<hyperlink", sheet) for sheet in sheets)


def test_that_a_heading_is_no_formula_either():
    trap = Colonne("c", "=1+1", Genre.TEXTE, "=2+2")
    book = openpyxl.load_workbook(io.BytesIO(content_of(replace(remarques(), colonnes=(trap,)))))
    assert book["Remarques"]["A1"].data_type == "s"
    assert book["Dictionnaire"]["D2"].data_type == "s"


@pytest.mark.parametrize(
    ("genre", "value", "kind", "read"),
    [
        (Genre.ENTIER, 999_999_999_999_999, "n", 999_999_999_999_999),
        (Genre.ENTIER, 1_000_000_000_000_001, "s", "1000000000000001"),
        (Genre.ENTIER, -1_000_000_000_000_001, "s", "-1000000000000001"),
        (Genre.DATE, date(1900, 2, 28), "s", "28/02/1900"),
        (Genre.DATE, date(1900, 3, 1), "d", date(1900, 3, 1)),
    ],
)
def test_that_what_a_number_would_betray_is_a_text(genre, value, kind, read):
    column = Colonne("c", "C", genre, "Une valeur.")
    content = content_of(replace(remarques(), colonnes=(column,), lignes=((value,),)))
    cell = openpyxl.load_workbook(io.BytesIO(content))["Remarques"]["A2"]
    assert cell.data_type == kind
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_name("Remarques").to_python()[1] == [read]
