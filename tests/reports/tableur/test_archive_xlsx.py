"""The file says nothing of the machine, and nothing passed through its disk."""

import io
import tempfile
from zipfile import ZipFile

from openpyxl import Workbook

from microstructure_desktop.reports.tableur import livre_xlsx
from microstructure_desktop.reports.tableur.archive_xlsx import octets

from .cas import CLASSEUR


def test_that_nothing_is_written_beside(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "absent"))
    book = Workbook()
    book.active["A1"] = "secret"
    with ZipFile(io.BytesIO(octets(book))) as archive:
        assert b"secret" in archive.read("xl/worksheets/sheet1.xml")


def test_that_the_pieces_have_no_time_and_no_system():
    with ZipFile(io.BytesIO(livre_xlsx.octets(CLASSEUR))) as archive:
        assert archive.testzip() is None
        pieces = archive.infolist()
    assert {piece.date_time for piece in pieces} == {(1980, 1, 1, 0, 0, 0)}
    assert {piece.create_system for piece in pieces} == {0}


def test_that_no_program_signs_the_file():
    with ZipFile(io.BytesIO(livre_xlsx.octets(CLASSEUR))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"openpyxl" not in whole.lower()
    assert b"Application" not in whole
