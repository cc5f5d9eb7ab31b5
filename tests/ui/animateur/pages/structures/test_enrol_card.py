"""The card of an enrolment: six groups shown, two typed, nothing sent before they are."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.animateur.errors import FingerprintDiffers
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.structures import acts
from microstructure_desktop.ui.animateur.pages.structures.enrol_card import EnrolCard
from tests.animateur.cases import Cabinet
from tests.ui import a11y

from .files import handed, rekeyed

COPY = Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def card(show):
    return show(EnrolCard(), 860, 560)


@pytest.fixture
def ouverte(world, tmp_path):
    return acts.ouvrir(world.desk, handed(world, tmp_path, Cabinet("OCC-31-009")))


def test_that_two_groups_are_wanted_before_anything_is_asked(card, ouverte, qtbot):
    card.show_file(ouverte)
    assert card.groups.text() == " ".join(ouverte.lue.empreinte.split()[:6])
    assert card.typed.hasFocus()
    with qtbot.assertNotEmitted(card.enrol_asked):
        QTest.keyClick(card.typed, Qt.Key.Key_Return)
    assert "deux groupes" in card.heard.error_text
    card.typed.setText("0005 0006")
    with qtbot.waitSignal(card.enrol_asked) as told:
        QTest.keyClick(card.typed, Qt.Key.Key_Return)
    assert told.args == [ouverte, "0005 0006", Mois(2026, 4)]
    card.refuse(FingerprintDiffers())
    assert FingerprintDiffers.sentence in card.heard.error_text
    assert card.enrol_button.isEnabled()
    assert a11y.problems(card) == []


def test_that_a_key_vouched_for_needs_no_ear(card, world, tmp_path, qtbot):
    cabinet = world.region.cabinet()
    path = handed(world, tmp_path, rekeyed(cabinet), cabinet.cle)
    card.show_file(acts.ouvrir(world.desk, path))
    assert not card.phone.isVisible()
    assert not card.since_field.isVisible()
    with qtbot.waitSignal(card.enrol_asked):
        card.enrol_button.click()


def test_that_a_file_is_chosen_dropped_and_abandoned(card, ouverte, qtbot, tmp_path):
    card.open_button.click()
    [dialog] = card.findChildren(QFileDialog)
    with qtbot.waitSignal(card.file_chosen):
        dialog.fileSelected.emit(str(tmp_path / "x"))
    dialog.reject()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x"))])
    enter = QDragEnterEvent(card.rect().center(), COPY, data, LEFT, NO_KEY)
    card.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(card.file_chosen) as told:
        card.dropEvent(QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY))
    assert told.args == [tmp_path / "x"]
    card.show_file(ouverte)
    card.abandon_button.click()
    assert card.open_button.isVisible()
    assert not card.opened.isVisible()
