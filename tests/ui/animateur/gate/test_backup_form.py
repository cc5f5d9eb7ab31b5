"""The backup: a place that exists, no file there yet, a passphrase of its own."""

import pytest

from microstructure_desktop.ui.animateur.gate.backup_form import BackupForm
from tests.ui import a11y

PHRASE, COFFRE = "une phrase de chaque jour", "celle qui dort au coffre"


@pytest.fixture
def form(show):
    made = show(BackupForm())
    made.secret.phrase.edit.setText(COFFRE)
    made.secret.again.edit.setText(COFFRE)
    return made


def test_that_a_place_is_wanted(form):
    assert not form.check(PHRASE)
    assert form.field.error_text == "Choisissez où enregistrer la sauvegarde."
    assert form.place.editor.hasFocus()
    assert a11y.problems(form) == []


def test_that_a_folder_that_is_gone_and_a_file_that_is_there_are_refused(form, tmp_path):
    form.place.set_path(tmp_path / "usb" / "x.age")
    assert not form.check(PHRASE)
    assert "clé USB" in form.field.error_text
    (tmp_path / "x.age").write_bytes(b"")
    form.place.set_path(tmp_path / "x.age")
    assert not form.check(PHRASE)
    assert "déjà un fichier" in form.field.error_text


def test_that_a_folder_is_given_the_usual_name(form, tmp_path):
    form.place.set_path(tmp_path)
    assert form.check(PHRASE)
    assert form.path() == tmp_path / "sauvegarde-cles.age"
    assert not form.check(COFFRE)
