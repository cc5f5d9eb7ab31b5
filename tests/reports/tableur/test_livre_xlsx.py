"""What another library reads in the workbook: the values, the types, the sheets."""

import io
from datetime import date, datetime, time
from zipfile import ZipFile

import openpyxl
from python_calamine import CalamineWorkbook

from microstructure_desktop.reports.tableur.livre_xlsx import octets

from .cas import CLASSEUR, classeur, remarques


def opened():
    return openpyxl.load_workbook(io.BytesIO(octets(CLASSEUR)))


def test_that_another_reader_finds_the_same_values():
    book = CalamineWorkbook.from_filelike(io.BytesIO(octets(CLASSEUR)))
    assert book.sheet_names == ["Actes", "Dictionnaire", "Codes"]
    rows = book.get_sheet_by_name("Actes").to_python()
    assert rows[0] == [
        "N° de dossier",
        "Jour",
        "Début",
        "Venu",
        "Lieu",
        "Score",
        "Part",
        "Montant",
        "Remarque",
    ]
    assert rows[1:] == [
        [
            7,
            date(2026, 11, 3),
            time(14, 30),
            "oui",
            "À domicile",
            2.68,
            0.425,
            829,
            "Revient; peut-être",
        ],
        [8, date(2025, 1, 31), time(9), "non", "ANCIEN", -0.5, 1, -0.05, "=1+1"],
    ]


def test_that_values_are_shown_the_french_way():
    formats = [case.number_format for case in opened()["Actes"][2]]
    assert formats == [
        "0",
        "dd/mm/yyyy",
        "hh:mm",
        "@",
        "@",
        "0.00",
        "0.0\\ %",
        '#,##0.00\\ "€"',
        "@",
    ]


def test_that_the_heading_stays_filters_and_prints_on_each_page():
    sheet = opened()["Actes"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:I4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    with ZipFile(io.BytesIO(octets(CLASSEUR))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "&amp;CActes de novembre &amp;&amp; d&#8217;octobre<" in xml


def test_that_columns_are_as_wide_as_what_they_hold_within_reason():
    for texts, width in ((("a",), 11.5), (("a", "b" * 31), 33.5), (("c" * 300,), 62.5)):
        book = openpyxl.load_workbook(io.BytesIO(octets(classeur(remarques(*texts)))))
        assert book["Remarques"].column_dimensions["A"].width == width


def test_that_the_document_says_its_title_and_its_day_and_nobody():
    said = opened().properties
    assert (said.title, said.language) == ("Actes du cabinet", "fr-FR")
    assert said.created == said.modified == datetime(2026, 11, 22, 14, 5, 7)  # noqa: DTZ001
    with ZipFile(io.BytesIO(octets(CLASSEUR))) as archive:
        core = archive.read("docProps/core.xml")
    assert b"creator" not in core  # the reader would put its own name there
    assert b"lastModifiedBy" not in core


def test_that_an_empty_table_is_a_heading():
    book = CalamineWorkbook.from_filelike(io.BytesIO(octets(classeur(remarques()))))
    assert book.get_sheet_by_name("Remarques").to_python() == [["Remarque"]]
