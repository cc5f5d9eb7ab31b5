"""Where receipts are written is said, opened and changed."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.animateur.pages.reception.receipts_card import ReceiptsCard
from tests.ui import a11y
from tests.ui.animateur.opener import Opener


def test_that_another_folder_may_be_chosen(show, qtbot, tmp_path):
    card = show(ReceiptsCard(), 300)
    card.show_place(tmp_path)
    assert card.where.text() == str(tmp_path)
    card.change_button.click()
    [dialog] = card.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(card.place_chosen) as told:
        dialog.fileSelected.emit(str(tmp_path / "b"))
    dialog.reject()
    assert told.args == [Path(tmp_path / "b")]
    assert a11y.problems(card) == []


def test_that_the_folder_is_opened_by_the_system(show, tmp_path):
    card = show(ReceiptsCard(), 300)
    card.show_place(tmp_path)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "opened")
    try:
        card.open_button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.urls == [QUrl.fromLocalFile(str(tmp_path))]
