"""A year's figures are written to the file named, which is never one that was there."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from microstructure_desktop.cli import main
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.services import indicateurs, journal, unlock
from microstructure_desktop.services.journal import Demande

YEAR = date.today().year  # noqa: DTZ011 -- the command line lives on the local day


def produce(home, phrase, output, *options, year=YEAR):
    return main(
        ["--home", str(home.root), "indicateurs", "--annee", str(year), "--sortie", str(output),
         "--passphrase-file", str(phrase), *options]
    )  # fmt: skip


def opened(home, phrase):
    doctor = next(a for a in unlock.door(home).accounts if a.role == "medecin")
    return unlock.open_cabinet(home, doctor.id, phrase.read_text(encoding="utf-8").strip())


def test_that_a_workbook_says_what_the_page_says(demo, tmp_path, capsys):
    home, phrase = demo
    output = tmp_path / "chiffres.xlsx"
    assert produce(home, phrase, output) == 0
    assert str(output) in capsys.readouterr().out
    rows = CalamineWorkbook.from_path(output).get_sheet_by_name("Indicateurs").to_python()
    (row,) = (r for r in rows if r[:2] == [str(YEAR), "A01"])
    office = opened(home, phrase)
    counted = indicateurs.de_l_annee(office, YEAR, ["A01"]).resultats["A01"].valeur()
    written = journal.read(office, Demande()).lignes
    unlock.close(office)
    assert row[4] == counted.valeur
    assert any(
        x.acces.action is Action.ENREGISTREMENT_PDF
        and x.quoi == "Tableau enregistré\u00a0: indicateurs d’une année"
        for x in written
    )


def test_that_a_simple_table_has_the_same_rows(demo, tmp_path):
    home, phrase = demo
    book, table = tmp_path / "a.xlsx", tmp_path / "a.csv"
    assert produce(home, phrase, book, "--format", "xlsx") == 0
    assert produce(home, phrase, table, "--format", "csv") == 0
    sheet = load_workbook(BytesIO(book.read_bytes()))["Indicateurs"]
    assert len(table.read_bytes().decode("utf-8-sig").splitlines()) == sheet.max_row


def test_that_a_file_that_is_there_is_left_as_it_is(demo, tmp_path, capsys):
    home, phrase = demo
    output = tmp_path / "a.csv"
    output.write_text("à moi", encoding="utf-8")
    assert produce(home, phrase, output, "--format", "csv") == 1
    assert "déjà à cet endroit" in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "à moi"


def test_that_a_member_without_the_right_is_refused(demo, tmp_path, capsys):
    home, phrase = demo
    other = next(a for a in unlock.door(home).accounts if a.role == "secretariat")
    output = tmp_path / "a.csv"
    assert produce(home, phrase, output, "--compte", other.nom) == 1
    assert "Votre rôle ne permet pas" in capsys.readouterr().err
    assert not output.exists()


def test_that_the_name_of_the_file_says_its_format(demo, tmp_path, capsys):
    home, phrase = demo
    assert produce(home, phrase, tmp_path / "a.csv") == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfP")
    assert produce(home, phrase, tmp_path / "sans") == 0
    assert (tmp_path / "sans").read_bytes().startswith(b"PK")
    assert produce(home, phrase, tmp_path / "b.csv", "--format", "xlsx") == 1
    assert "un autre format" in capsys.readouterr().err
    assert not (tmp_path / "b.csv").exists()
