"""What moving to a later version keeps, asks and leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.forms.upgrade import Passage
from microstructure_desktop.ui.pages.fiches.upgrade_dialog import LEFT_NOTE, UpgradeDialog
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.forms.samples import chain

FORM = chain()


@pytest.fixture
def make(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def made(passage):
        dialog = UpgradeDialog(window, FORM, passage)
        dialog.show()
        return dialog

    return made


def test_that_each_part_is_listed(make):
    dialog = make(
        Passage(
            ((FORM.item("niveau"), "HAUT"),),
            (FORM.item("lieux"),),
            ((FORM.item("envie"), 4),),
        )
    )
    told = {paragraph.text() for paragraph in dialog.findChildren(Paragraph)}
    assert {"Niveau\u00a0: Haut", "Lieux", "Envie\u00a0: 4\u00a0sur\u00a010", LEFT_NOTE} <= told


def test_that_nothing_left_is_not_spoken_of(make):
    dialog = make(Passage(((FORM.item("niveau"), "HAUT"),), (), ()))
    assert len(dialog.findChildren(Card)) == 1
    assert LEFT_NOTE not in {paragraph.text() for paragraph in dialog.findChildren(Paragraph)}


def test_that_only_moving_on_is_accepted(make, qtbot):
    dialog = make(Passage((), (), ()))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.move_on, Qt.MouseButton.LeftButton)
    other = make(Passage((), (), ()))
    with qtbot.waitSignal(other.rejected):
        qtbot.mouseClick(other.stay, Qt.MouseButton.LeftButton)
