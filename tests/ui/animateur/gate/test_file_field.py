"""The place of a file: typed, or chosen in the window of the system."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.animateur.gate.file_field import FileField
from tests.ui import a11y


def test_that_a_typed_place_is_read(show):
    field = show(FileField("Choisir la sauvegarde"))
    assert field.path() is None
    field.editor.setText("  ~/cles.age ")
    assert field.path() == Path.home() / "cles.age"
    field.editor.setAccessibleName("Fichier")
    assert a11y.problems(field) == []


def test_that_a_file_chosen_is_written_in_the_field(show, tmp_path):
    field = show(FileField("Choisir où", "cles.age"))
    field.choose_button.click()
    [dialog] = field.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "x.age"))
    dialog.reject()
    assert field.path() == tmp_path / "x.age"


def test_that_a_file_to_read_must_exist(show):
    field = show(FileField("Choisir la sauvegarde"))
    field.choose_button.click()
    [dialog] = field.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.reject()
