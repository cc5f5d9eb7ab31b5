"""What is copied from our windows says so to whoever keeps copies, and a lock takes it away."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from microstructure_desktop.ui import copied
from microstructure_desktop.ui.copied import HINTS, Copied


@pytest.fixture
def board(qapp, monkeypatch):
    """Ours, as a system says of what was copied here: without a screen nobody says it."""
    for says in ("ownsClipboard", "ownsSelection"):
        monkeypatch.setattr(QClipboard, says, lambda _board: True)
    yield qapp.clipboard()
    monkeypatch.undo()
    qapp.clipboard().clear()


@pytest.fixture
def watch(board):
    made = Copied()
    yield made
    made.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit])
def test_that_what_a_field_copies_carries_every_hint(watch, board, qtbot, kind):
    field = kind("sophie dort mieux")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "sophie dort mieux"
    found = {name: bytes(board.mimeData().data(name).data()) for name in HINTS}
    assert found == HINTS
    assert found["x-kde-passwordManagerHint"] == b"secret"


def test_that_every_form_of_what_is_copied_is_kept(watch, board):
    data = QMimeData()
    data.setText("une note")
    data.setHtml("<b>une note</b>")
    data.setData("application/x-essai", b"\0\1")
    board.setMimeData(data)
    kept = board.mimeData()
    assert (kept.text(), kept.html()) == ("une note", "<b>une note</b>")
    assert bytes(kept.data("application/x-essai").data()) == b"\0\1"


def test_that_a_lock_takes_away_what_came_from_us(board):
    board.setText("une note")
    copied.forget()
    assert board.text() == ""


def test_that_what_came_from_elsewhere_stays(watch, board, monkeypatch):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: False)
    board.setText("le mot d’un autre programme")
    copied.forget()
    assert board.text() == "le mot d’un autre programme"
    assert not board.mimeData().hasFormat(next(iter(HINTS)))


def test_that_what_was_only_selected_goes_too(board, monkeypatch):
    cleared = []
    monkeypatch.setattr(QClipboard, "clear", lambda _board, mode: cleared.append(mode))
    copied.forget()
    assert cleared == [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]
