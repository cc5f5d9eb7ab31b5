"""The latest sound backup is proposed; a file from elsewhere takes its place."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services.sauvegardes import Sauvegarde
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.dialogs.backup_choice import BackupChoice
from tests.ui import a11y

AT = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)
BAD = Sauvegarde(Path("/s/c.abimee"), AT, Genre.AUTO, abimee=True)
NEW = Sauvegarde(Path("/s/b"), AT, Genre.AVANT_RETRAIT)
OLD = Sauvegarde(Path("/s/a"), AT.replace(day=20), Genre.AUTO)


def test_that_the_latest_that_is_sound_is_proposed(show):
    choice = show(BackupChoice([BAD, NEW, OLD]), 420)
    assert choice.path() == NEW.chemin
    assert choice.found.count() == 2
    words = f"{backup_words.moment(AT)} · avant un changement de clé"
    assert choice.found.currentText() == words
    assert a11y.problems(choice) == []


def test_that_a_file_from_elsewhere_takes_its_place(show, qtbot):
    choice = show(BackupChoice([NEW]), 420)
    choice.ask()
    [dialog] = choice.findChildren(QFileDialog)
    with qtbot.waitSignal(choice.changed) as told:
        dialog.fileSelected.emit("/media/cle/autre.msmabak")
    dialog.reject()
    assert told.args == [Path("/media/cle/autre.msmabak")]
    assert choice.path() == told.args[0]
    assert choice.found.currentText() == "autre.msmabak"
    assert choice.found.count() == 2


def test_that_without_any_a_file_is_asked_for(show):
    choice = show(BackupChoice([BAD]), 420)
    assert choice.path() is None
    assert not choice.found.isVisible()
    assert choice.focusProxy() is choice.other_button
    given = BackupChoice([], Path("/media/cle/donnee.msmabak"))
    assert given.path() == Path("/media/cle/donnee.msmabak")
