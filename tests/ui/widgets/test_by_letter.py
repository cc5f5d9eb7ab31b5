"""A letter leads to the next label that begins with it, in rows of choices too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.ui.widgets.by_letter import next_label
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.segmented import Segmented

LABELS = ("Anxiété", "Écoute", "envies", "Travail", "Trauma")


@pytest.mark.parametrize(
    ("letter", "here", "there"),
    [("t", 0, 3), ("t", 3, 4), ("T", 4, 3), ("e", 0, 1), ("é", 1, 2), ("a", 0, 0), ("z", 0, None)],
)
def test_that_a_letter_goes_round_the_labels_whatever_accents(letter, here, there):
    assert next_label(LABELS, letter, here) == there


@pytest.mark.parametrize("sign", ["", " ", "\r", "1", "\x01"])
def test_that_only_letters_lead_somewhere(sign):
    assert next_label(LABELS, sign, 0) is None


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget


def focused(chips):
    (code,) = [c for c in LABELS if chips.chip(c).hasFocus()]
    return code


def test_that_chips_are_one_tab_stop_reached_by_letters_and_taken_with_space(qtbot):
    chips = shown(qtbot, Chips([(x, x) for x in LABELS], name="Thèmes"))
    for key in (Qt.Key.Key_T, Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_Space):
        QTest.keyClick(chips.focusWidget(), key)
    assert chips.selected() == ("Travail", "Trauma")
    stops = [x for x in LABELS if chips.chip(x).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [focused(chips)] == ["Trauma"]


def test_that_arrows_still_go_round_chips_without_taking_any(qtbot):
    chips = shown(qtbot, Chips([(x, x) for x in LABELS], name="Thèmes"))
    QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Left)
    assert (focused(chips), chips.selected()) == ("Trauma", ())


def test_that_a_letter_chooses_in_a_tray(qtbot):
    tray = shown(qtbot, Segmented([(x, x) for x in LABELS], name="Présence"))
    chosen = []
    tray.changed.connect(chosen.append)
    for key in (Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_2):
        QTest.keyClick(tray.focusWidget(), key)
    assert chosen == ["Travail", "Trauma", "Écoute"]
