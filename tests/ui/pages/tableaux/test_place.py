"""A workbook is a file, CSV files are a folder made where the person says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.services.tableaux_equipe import Format
from microstructure_desktop.ui.pages.tableaux.place import Place


@pytest.fixture
def place(show):
    return Place(show(QWidget(), 300, 200))


def test_that_a_workbook_is_a_file(place):
    told = []
    place.chosen.connect(told.append)
    place.ask("tableaux-2026", Format.XLSX)
    assert place.dialog.selectedFiles()[0].endswith("tableaux-2026.xlsx")
    assert "clé chiffrée" in place.dialog.windowTitle()
    place.dialog.fileSelected.emit("/x/ici.xlsx")
    assert told == [Path("/x/ici.xlsx")]
    place.close()


def test_that_csv_files_go_to_a_folder_of_their_own(place):
    told = []
    place.chosen.connect(told.append)
    place.ask("tableaux-2026", Format.CSV)
    assert place.dialog.fileMode() is QFileDialog.FileMode.Directory
    place.dialog.fileSelected.emit("/x")
    assert told == [Path("/x/tableaux-2026")]
    place.close()


def test_that_giving_up_is_told(place):
    told = []
    place.given_up.connect(lambda: told.append(1))
    place.ask("tableaux-2026", Format.XLSX)
    place.close()
    assert told == [1]
    assert place.dialog is None
    place.close()
