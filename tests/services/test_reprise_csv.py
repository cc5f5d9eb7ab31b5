"""A CSV file comes back cell for cell, whatever its encoding and its separator."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.services import reprise_csv
from microstructure_desktop.services.reprise_lignes import TableauIllisible, TableauVide

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
HEADINGS = ("Nom", "Prénom", "Né le")
SIGNS = st.characters(codec="cp1252", exclude_characters="\0")
CELLS = st.text(SIGNS, max_size=12)
ROWS = st.lists(st.tuples(CELLS, CELLS, st.just("14/05/1992")), min_size=1, max_size=8)


def written(rows, separator, encoding):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def cells(tableau):
    return [ligne.cellules for ligne in tableau.lignes]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@given(rows=ROWS)
def test_that_what_was_written_is_read_back(encoding, separator, rows):
    read = reprise_csv.lire(written([HEADINGS, *rows], separator, encoding))
    assert cells(read) == [HEADINGS, *rows]
    assert read.format == "CSV"


def test_that_utf_16_of_either_order_is_read():
    text = "Nom;Prénom\nLégende;Sophie\n"
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        read = reprise_csv.lire(mark + text.encode(codec))
        assert cells(read) == [("Nom", "Prénom"), ("Légende", "Sophie")]


def test_that_a_line_break_between_quotation_marks_is_part_of_the_cell():
    read = reprise_csv.lire(
        b'Nom;Remarque\r\nDupont;"deux\r\nlignes; et un ""mot"""\r\nMartin;\r\n'
    )
    assert cells(read)[1] == ("Dupont", 'deux\r\nlignes; et un "mot"')
    assert [ligne.numero for ligne in read.lignes] == [1, 2, 3]


def test_that_commas_in_the_cells_do_not_pass_for_separators():
    read = reprise_csv.lire(b"Nom;Adresse\nA;1, rue X\nB;2, rue Y\nC;3, rue Z\n")
    assert cells(read)[1] == ("A", "1, rue X")


def test_that_a_title_above_the_headings_does_not_hide_the_separator():
    read = reprise_csv.lire("File active, au 12/03/2026\nNom,X;Prénom\nA;B\nC;D\n".encode())
    assert cells(read)[2] == ("A", "B")


def test_that_the_separator_announced_by_a_spreadsheet_is_believed():
    read = reprise_csv.lire(b"sep=,\r\nNom,Ville;Rue\r\nA,B;C\r\n")
    assert cells(read) == [("Nom", "Ville;Rue"), ("A", "B;C")]
    assert [ligne.numero for ligne in read.lignes] == [2, 3]


def test_that_a_single_column_is_a_table_too():
    assert cells(reprise_csv.lire("Nom\nLégende\n".encode())) == [("Nom",), ("Légende",)]


def test_that_a_quotation_mark_left_open_is_said_with_its_line():
    with pytest.raises(TableauIllisible, match="La ligne 2 "):
        reprise_csv.lire(b'Nom;Prenom\n"Dupont;Luc\nMartin;Eve\n')


@pytest.mark.parametrize(
    "data", [b"Nom\0;x", "Nom;Prénom".encode("utf-16-le"), b"\x81\x8d;\x8f", b"\xff\xfeN"]
)
def test_that_what_is_no_text_is_refused(data):
    with pytest.raises(TableauIllisible):
        reprise_csv.lire(data)


@given(st.binary(max_size=300))
def test_that_any_bytes_are_read_or_refused_with_our_words(data):
    with suppress(TableauIllisible, TableauVide):
        read = reprise_csv.lire(data)
        assert {len(ligne.cellules) for ligne in read.lignes} == {read.largeur}
