"""« l'animatrice reçoit douze paquets et relance un cabinet »: a stick, a table, a message."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.animateur.completeness import EtatCase
from microstructure_desktop.paths import Home
from microstructure_desktop.ui.animateur.pages.mois.reminders import RemindersDialog
from microstructure_desktop.ui.animateur.sections import SECTIONS
from microstructure_desktop.ui.animateur.shell import Shell
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.sidebar import Identity
from tests.animateur.cases import MARS
from tests.ui.animateur.world import make_world

from .hands import Hands

ALT = Qt.KeyboardModifier.AltModifier
TWELVE = 12


@pytest.fixture
def hands(tmp_path, theme, qtbot, taper):
    """The animator at her window; thirteen cabinets are enrolled."""
    world = make_world(Home(tmp_path / "region"), theme)
    window = Shell(world.context, SECTIONS, Identity("Animation", "RAMIP", "Registre", "R"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    made = Hands(world, window, taper)
    made.world = world
    made.cabinets = [
        world.region.cabinet(f"OCC-31-{rank:03}", depuis=MARS) for rank in range(1, TWELVE + 2)
    ]
    made.go("reception")
    yield made
    window.leave()
    world.settle()
    world.desk.close()


def stick(hands, tmp_path):
    """What the post brought: twelve bundles of March, and one that the journey damaged."""
    folder = tmp_path / "usb"
    folder.mkdir()
    for cabinet in hands.cabinets[:TWELVE]:
        hands.world.file(folder, cabinet, MARS)
    (folder / "coupe.msma").write_bytes(next(folder.iterdir()).read_bytes()[:900])
    return folder


def test_that_twelve_bundles_come_in_and_one_cabinet_is_reminded_by_keys_alone(
    hands, counted, tmp_path
):
    usb, letters = stick(hands, tmp_path), tmp_path / "relances"
    letters.mkdir()
    hands.tab_to(hands.page.drop.folder_button)
    hands.key(Qt.Key.Key_Space)
    hands.give(usb)
    assert hands.page.outcome.title() == "13\xa0paquets lus"
    tags = [line.dite.tag for line in hands.page.arrivals.lines]
    assert (tags.count("Accepté"), tags.count("Refusé")) == (TWELVE, 1)
    assert len(list((usb / "accuses").iterdir())) == TWELVE

    hands.key(Qt.Key.Key_2, ALT)
    assert hands.at() == "mois"
    assert hands.page.header.subtitle.text() == "Mars\xa02026\xa0: 12 structures sur 13"
    ligne, case = hands.page.grid.cells.cell(hands.page.grid.currentIndex())
    assert (ligne.structure.id, case.etat) == ("OCC-31-013", EtatCase.MANQUANT)

    hands.tab_to(hands.page.remind_button)
    hands.key(Qt.Key.Key_Space)
    dialog = hands.dialog(RemindersDialog)
    assert len(dialog.boxes) == 1
    hands.tab_to(dialog.messages_button)
    hands.key(Qt.Key.Key_Space)
    hands.give(letters)
    [message] = letters.iterdir()
    assert message.name == "relance_OCC-31-013.eml"
    assert "message prêt" in hands.window.toast.message.text()
    assert counted.clicks == 0


def test_that_the_same_stick_counts_nobody_twice(hands, tmp_path):
    usb = stick(hands, tmp_path)
    for _ in range(2):
        hands.window.context.navigator.go(Route("reception"))
        hands.settle()
        hands.page.drop.chosen.emit((usb,))
        hands.settle()
    tags = [line.dite.tag for line in hands.page.arrivals.lines]
    assert (tags.count("Doublon"), tags.count("Refusé")) == (TWELVE, 1)
    assert len(hands.page.quarantine.lines) == 1
    hands.key(Qt.Key.Key_3, ALT)
    assert hands.page.header.subtitle.text() == "12 structures sur 13 pour toute l’année"
