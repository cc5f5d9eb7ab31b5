"""A workbook gives its values, and one made to break the reader breaks nothing."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import reprise_xlsx
from microstructure_desktop.services.reprise_lignes import (
    MAX_LIGNES,
    TableauIllisible,
    TableauTropGrand,
    TableauVide,
)

SHEET = "xl/worksheets/sheet1.xml"


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def changed(data, name, change):
    """The same archive, one part of it rewritten."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, change(text) if part.filename == name else text)
    return made.getvalue()


def cells(tableau):
    return [ligne.cellules for ligne in tableau.lignes]


PEOPLE = [["Nom", "Né le", "Tél"], ["Légende", date(1992, 5, 14), 612345678]]


def test_that_days_are_days_and_whole_numbers_have_no_decimals():
    read = reprise_xlsx.lire(workbook(Feuille=PEOPLE))
    assert (read.format, read.feuilles, read.feuille) == ("XLSX", ("Feuille",), "Feuille")
    assert cells(read)[1] == ("Légende", "1992-05-14", "612345678")
    row = [
        datetime.fromisoformat("2026-03-03"),
        datetime.fromisoformat("2026-03-03T14:30"),
        time(9, 5),
        2.0,
        2.5,
        None,
        True,
        "x",
    ]
    (found,) = cells(reprise_xlsx.lire(workbook(A=[row])))
    assert found == (
        "2026-03-03", "2026-03-03T14:30:00", "09:05:00", "2", "2.5", "", "True", "x"
    )  # fmt: skip


def test_that_the_first_sheet_with_something_in_it_is_read_and_another_may_be_chosen():
    data = workbook(Vide=[], Actifs=PEOPLE, Sortis=[["Nom"], ["Parti"]])
    assert reprise_xlsx.lire(data).feuille == "Actifs"
    assert reprise_xlsx.lire(data).feuilles == ("Vide", "Actifs", "Sortis")
    assert cells(reprise_xlsx.lire(data, "Sortis")) == [("Nom",), ("Parti",)]
    assert reprise_xlsx.lire(data, "Inconnue").feuille == "Actifs"
    with pytest.raises(TableauVide):
        reprise_xlsx.lire(data, "Vide")


def test_that_a_row_keeps_its_number_after_blank_ones():
    read = reprise_xlsx.lire(workbook(A=[["Nom"], [], [None], ["Légende"]]))
    assert [ligne.numero for ligne in read.lignes] == [1, 4]


def test_that_a_formula_is_never_computed_nor_shown_as_a_value():
    (found,) = cells(reprise_xlsx.lire(workbook(A=[["x", '=HYPERLINK("http://a.fr")', "y"]])))
    assert found == ("x", "", "y")


def test_that_a_false_size_is_not_believed():
    data = changed(workbook(A=PEOPLE), SHEET, lambda text: text.replace(b"A1:C2", b"A1:XFD1048576"))
    assert len(cells(reprise_xlsx.lire(data))[0]) == 3


def test_that_a_last_row_far_away_is_refused_without_walking_there():
    data = changed(workbook(A=PEOPLE), SHEET, lambda text: text.replace(b'r="2"', b'r="1048576"'))
    with pytest.raises(TableauTropGrand):
        reprise_xlsx.lire(data)


def test_that_too_many_rows_or_columns_are_refused():
    with pytest.raises(TableauTropGrand):
        reprise_xlsx.lire(workbook(A=[["x"]] * (MAX_LIGNES + 1)))
    with pytest.raises(TableauTropGrand):
        reprise_xlsx.lire(workbook(A=[["x"] * 101]))


def test_that_a_bomb_is_refused_before_it_is_unfolded():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET, bytes(reprise_xlsx.MAX_DEPLIE + 1))
    assert len(made.getvalue()) < 100_000
    with pytest.raises(TableauTropGrand):
        reprise_xlsx.lire(made.getvalue())


def test_that_a_crowd_of_parts_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for rank in range(reprise_xlsx.MAX_PIECES + 1):
            archive.writestr(str(rank), b"")
    with pytest.raises(TableauTropGrand):
        reprise_xlsx.lire(made.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_that_a_declared_entity_is_refused(encoding):
    def declared(text):
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE worksheet [<!ENTITY e "9">]>'
        return (head + text.decode().replace("612345678", "&e;")).encode(encoding)

    with pytest.raises(TableauIllisible):
        reprise_xlsx.lire(changed(workbook(A=PEOPLE), SHEET, declared))


def test_that_a_way_of_packing_that_no_spreadsheet_uses_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(SHEET, b"x" * 100)
    with pytest.raises(TableauIllisible):
        reprise_xlsx.lire(made.getvalue())


GOOD = workbook(A=PEOPLE)


@given(
    cut=st.integers(0, len(GOOD)),
    flips=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6),
)
def test_that_a_damaged_workbook_is_read_or_refused_with_our_words(cut, flips):
    data = bytearray(GOOD)
    for place, value in flips:
        data[place] = value
    with suppress(AppError):
        read = reprise_xlsx.lire(bytes(data[:cut] if not flips else data))
        assert read.lignes


XML = changed(GOOD, "", bytes)


@given(
    name=st.sampled_from(zipfile.ZipFile(io.BytesIO(GOOD)).namelist()),
    place=st.floats(0, 1),
    text=st.binary(max_size=12),
)
def test_that_a_part_written_wrongly_is_read_or_refused_with_our_words(name, place, text):
    def change(old):
        at = int(place * len(old))
        return old[:at] + text + old[at + len(text) :]

    with suppress(AppError):
        read = reprise_xlsx.lire(changed(XML, name, change))
        assert read.lignes
