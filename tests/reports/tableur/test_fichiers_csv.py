"""The CSV files say the same to Python's reader and to a stricter one."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre
from microstructure_desktop.reports.tableur.fichiers_csv import encode, fichiers
from microstructure_desktop.reports.tableur.texte import garde, propre

from .cas import ACTES, CLASSEUR, PIEGES, TEXTES, classeur, remarques


def read(content):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def read_strictly(content):
    """A quotation mark opens a cell or is doubled inside one; a row ends in CR LF, all do."""
    text, rows, row, at = content.decode("utf-8").removeprefix("\ufeff"), [], [], 0
    while at < len(text):
        cell, at = quoted(text, at + 1) if text[at] == '"' else plain(text, at)
        row.append(cell)
        if text.startswith("\r\n", at):
            rows.append(row)
            row, at = [], at + 2
        else:
            assert text[at] == ";"
            at += 1
            if text.startswith("\r\n", at):
                row.append("")
                rows.append(row)
                row, at = [], at + 2
    assert not row
    return rows


def plain(text, at):
    end = next(i for i in range(at, len(text)) if text[i] in ';"\r\n')
    return text[at:end], end


def quoted(text, at):
    cell = ""
    while True:
        end = text.index('"', at)
        cell += text[at:end]
        if not text.startswith('""', end):
            return cell, end + 1
        cell, at = cell + '"', end + 2


def test_the_bytes_of_a_file():
    assert (
        encode(ACTES)
        == (
            "\ufeffN° de dossier;Jour;Début;Venu;Lieu;Score;Part (%);Montant (€);Remarque\r\n"
            '7;03/11/2026;14:30;oui;À domicile;2,68;42,5;829,00;"Revient; peut-être"\r\n'
            "8;31/01/2025;09:00;non;ANCIEN;-0,50;100,0;-0,05;'=1+1\r\n"
            ";;;;;;;;\r\n"
        ).encode()
    )


def test_that_each_sheet_is_a_file_with_its_dictionary():
    made = fichiers(CLASSEUR)
    assert [f.nom for f in made] == ["01_actes.csv", "02_dictionnaire.csv", "03_codes.csv"]
    assert made[0].contenu == encode(ACTES)
    assert read(made[1].contenu)[1][:3] == ["Actes", "N° de dossier", "dossier"]


def test_that_a_file_has_a_plain_name():
    noms = ("Évolution d’œuvre: 1/2", "日本", "../x")
    made = fichiers(classeur(*(replace(remarques(), nom=nom) for nom in noms)))
    assert [f.nom for f in made[:3]] == [
        "01_evolution_d_oeuvre_1_2.csv",
        "02_feuille.csv",
        "03_x.csv",
    ]


@given(st.lists(TEXTES | st.sampled_from(PIEGES), min_size=1, max_size=6))
def test_that_any_text_is_read_back_with_its_apostrophes_seen(texts):
    content = encode(remarques(*texts))
    assert read(content) == read_strictly(content)
    assert read(content)[1:] == [[garde(propre(text))] for text in texts]


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_that_a_number_has_a_comma_and_nothing_else(units, decimals):
    column = Colonne("c", "C", Genre.DECIMAL, "Un nombre.", decimals)
    table = replace(remarques(), colonnes=(column,), lignes=((units / 8,),))
    (cell,) = read(encode(table))[1]
    assert cell.count(",") == bool(decimals)
    gap = abs(Decimal(cell.replace(",", ".")) - Decimal(units) / 8)
    assert gap * 2 <= Decimal(1).scaleb(-decimals)
