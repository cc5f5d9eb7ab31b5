"""A file is asked a place, and written once, where the person says."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.ui.dialogs.file_asking import FileAsker
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import Worker


def write(_store, path):
    path.write_bytes(path.name.encode())
    return path


@pytest.fixture
def asker(show):
    made = FileAsker(Worker(None, frozenset, Events()), show(QWidget(), 300, 200))
    yield made
    made.close()


def test_that_it_is_written_once_where_it_was_said(asker, qtbot, tmp_path):
    asker.ask_where("bilan.csv", write)
    assert asker.dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert asker.dialog.nameFilters() == ["Tableau (*.csv)"]
    dialog = asker.dialog
    with qtbot.waitSignal(asker.saved) as told:
        dialog.fileSelected.emit(str(tmp_path / "ici.csv"))
    assert told.args == [tmp_path / "ici.csv"]
    dialog.fileSelected.emit(str(tmp_path / "encore.csv"))
    asker._worker.drain()
    assert [path.name for path in tmp_path.iterdir()] == ["ici.csv"]


def test_that_nothing_is_written_when_its_page_closes(asker, tmp_path):
    asker.ask_where("bilan.csv", write)
    asker.close()
    asker._worker.drain()
    assert (asker.dialog, list(tmp_path.iterdir())) == (None, [])
