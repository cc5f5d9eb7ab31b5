"""One place to let go of files, or to choose them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.animateur.pages.reception.drop_card import DropCard
from tests.ui import a11y

COPY = Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def card(show):
    return show(DropCard(), 800)


def carried(*urls):
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def test_that_files_let_go_of_are_told(card, qtbot, tmp_path):
    paths = (tmp_path / "a.msma", tmp_path)
    data = carried(*(QUrl.fromLocalFile(str(path)) for path in paths))
    card.dragEnterEvent(QDragEnterEvent(card.rect().center(), COPY, data, LEFT, NO_KEY))
    assert card.property("chosen")
    with qtbot.waitSignal(card.chosen) as told:
        card.dropEvent(QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY))
    assert told.args == [paths]
    assert not card.property("chosen")


def test_that_a_page_of_the_web_is_no_file(card, qtbot):
    data = carried(QUrl("https://exemple.org/x.msma"))
    with qtbot.assertNotEmitted(card.chosen):
        card.dropEvent(QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY))


@pytest.mark.parametrize(
    ("button", "mode"),
    [
        ("files_button", QFileDialog.FileMode.ExistingFiles),
        ("folder_button", QFileDialog.FileMode.Directory),
    ],
)
def test_that_files_or_a_folder_are_chosen(card, qtbot, button, mode, tmp_path):
    getattr(card, button).click()
    [dialog] = card.findChildren(QFileDialog)
    assert dialog.fileMode() is mode
    with qtbot.waitSignal(card.chosen) as told:
        dialog.filesSelected.emit([str(tmp_path)])
    dialog.reject()
    assert told.args == [(Path(tmp_path),)]


def test_that_it_waits_while_it_receives(card):
    card.set_busy(busy=True)
    assert not card.files_button.isEnabled()
    card.set_busy(busy=False)
    assert card.files_button.text() == "Recevoir des fichiers…"
    assert a11y.problems(card) == []
