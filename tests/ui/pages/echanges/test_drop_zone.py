"""One file is let go there; anything else is not taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.pages.echanges.drop_zone import DropZone
from tests.ui import a11y


@pytest.fixture
def zone(theme, show):
    return show(DropZone("Déposez ici", ".msma-conv", "Choisir"), 500, 200)


def carried(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def entered(zone, data) -> bool:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, Qt.KeyboardModifier(0))
    event.ignore()
    zone.dragEnterEvent(event)
    return event.isAccepted()


def test_that_a_file_let_go_is_told(qtbot, zone, tmp_path):
    data = carried(QUrl.fromLocalFile(str(tmp_path / "a.msma-conv")))
    assert entered(zone, data)
    assert zone.property("chosen")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier(0))
    with qtbot.waitSignal(zone.chosen) as told:
        zone.dropEvent(event)
    assert told.args == [tmp_path / "a.msma-conv"]
    assert not zone.property("chosen")


def test_that_two_files_or_a_page_of_the_web_are_not_taken(zone):
    two = QUrl.fromLocalFile("/a"), QUrl.fromLocalFile("/b")
    assert not entered(zone, carried(*two))
    assert not entered(zone, carried(QUrl("https://exemple.fr/a.msma-conv")))
    assert not entered(zone, carried())


def test_that_the_keyboard_chooses_one_too(qtbot, zone):
    zone.button.click()
    dialog = zone.findChild(QFileDialog)
    with qtbot.waitSignal(zone.chosen) as told:
        dialog.fileSelected.emit("/x/a.msma-conv")
    assert told.args == [Path("/x/a.msma-conv")]
    dialog.reject()
    assert a11y.problems(zone) == []
