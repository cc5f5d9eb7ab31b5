"""Whole or not at all: a refused place keeps nothing, an existing folder is left as it is."""

import pytest

from microstructure_desktop.reports.tableur.feuilles import Classeur, Colonne, Feuille, Genre
from microstructure_desktop.services.documents import DocumentNotWritten
from microstructure_desktop.services.tableaux_fichiers import DejaLa, classeur, dossier
from tests.factories import NOW

from .tables import csv_rows, sheets

SHEET = Feuille("Un", "Un", (Colonne("n", "N", Genre.ENTIER, "Un nombre."),), ((3,),))
BOOK = Classeur("Essai", NOW, (SHEET,))


def test_that_a_folder_has_one_file_by_sheet(tmp_path):
    dossier(BOOK, tmp_path / "ici")
    assert sorted(p.name for p in (tmp_path / "ici").iterdir()) == [
        "01_un.csv",
        "02_dictionnaire.csv",
    ]
    assert csv_rows(tmp_path / "ici" / "01_un.csv") == [{"N": "3"}]


def test_that_a_folder_of_that_name_is_left_as_it_is(tmp_path):
    (tmp_path / "ici").mkdir()
    with pytest.raises(DejaLa):
        dossier(BOOK, tmp_path / "ici")
    assert list((tmp_path / "ici").iterdir()) == []


@pytest.mark.parametrize("write", [classeur, dossier])
def test_that_a_place_that_refuses_is_said_so(tmp_path, write):
    with pytest.raises(DocumentNotWritten):
        write(BOOK, tmp_path / "absent" / "ici")
    assert list(tmp_path.iterdir()) == []


def test_that_a_workbook_is_written(tmp_path):
    classeur(BOOK, tmp_path / "ici.xlsx")
    assert sheets((tmp_path / "ici.xlsx").read_bytes())["Un"] == [{"N": 3}]
