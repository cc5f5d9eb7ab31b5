"""A file is known by its content; what cannot be read is said, and why."""

import io
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import reprise_tableau
from microstructure_desktop.services.reprise_lignes import (
    MAX_OCTETS,
    TableauIllisible,
    TableauTropGrand,
    TableauVide,
)
from microstructure_desktop.services.reprise_tableau import FichierNonLu


def test_that_the_content_tells_the_format_whatever_the_name(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Nom", "Légende"])
    buffer = io.BytesIO()
    book.save(buffer)
    path = tmp_path / "liste.csv"
    path.write_bytes(buffer.getvalue())
    assert reprise_tableau.ouvrir(path).format == "XLSX"
    path.write_text("Nom;Prénom\nLégende;Sophie\n", encoding="utf-8")
    assert reprise_tableau.ouvrir(path).format == "CSV"


def test_that_a_file_that_is_not_there_is_said(tmp_path):
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(FichierNonLu):
            reprise_tableau.ouvrir(path)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", TableauVide, "aucune ligne"),
        (b" \r\n\t", TableauVide, "aucune ligne"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", TableauIllisible, "mot de passe"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            TableauIllisible,
            "OpenDocument",
        ),
        (b"PK\x03\x04 and no more", TableauIllisible, "tableau"),
        (b"x" * (MAX_OCTETS + 1), TableauTropGrand, "10 Mo"),
    ],
)
def test_that_each_refusal_is_said(data, error, words):
    with pytest.raises(error, match=words):
        reprise_tableau.lire(data)


@given(
    st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe"])
)
def test_that_any_bytes_are_read_or_refused_with_our_words(data, start):
    with suppress(AppError):
        read = reprise_tableau.lire(start + data)
        assert read.lignes
