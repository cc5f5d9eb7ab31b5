"""A file goes where the person says, whole or not at all."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.ui.animateur.saving import FileSaver, NotSaved


@pytest.fixture
def saver(world, show):
    made = FileSaver(world.context, show(QWidget(), 600, 400))
    yield made
    made.close()


def test_that_it_is_written_where_it_was_said(saver, world, qtbot, tmp_path):
    saver.ask("convention.msma-conv", b"octets")
    assert saver.dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(saver.saved) as told:
        saver.dialog.fileSelected.emit(str(tmp_path / "c.msma-conv"))
    assert told.args[0].read_bytes() == b"octets"
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_that_a_folder_that_is_gone_is_told(saver, qtbot, tmp_path):
    saver.ask("relance.pdf", b"octets")
    with qtbot.waitSignal(saver.failed) as told:
        saver.dialog.fileSelected.emit(str(tmp_path / "gone" / "r.pdf"))
    assert isinstance(told.args[0], NotSaved)
