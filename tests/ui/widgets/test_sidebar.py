"""The sidebar: sections, state, person, in full or as a rail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.sidebar import Identity, Sidebar, SideEntry, StateLine
from tests.ui.a11y import problems

ENTRIES = (
    SideEntry("accueil", "house", "Accueil", "Alt+1"),
    SideEntry("patients", "users", "Patients", "Alt+2"),
    SideEntry("reglages", "settings", "Réglages", low=True),
)
STATES = (
    StateLine("shield-check", "Chiffré · sauvegardé 14:02", "ok"),
    StateLine("cloud-off", "Hors ligne, rien ne manque"),
)


@pytest.fixture
def bar(show) -> Sidebar:
    identity = Identity("Cabinet des Tilleuls", "Claire Morel", "Psychologue", "CM")
    made = Sidebar(ENTRIES, identity)
    made.set_panel_button(False)
    made.set_states(STATES)
    return show(made, 224, 800)


def words(bar) -> list[str]:
    return [label.text() for label in bar.findChildren(Label) if label.isVisible()]


def test_that_it_says_where_and_who(bar):
    assert words(bar) == [
        "Microstructure", "Cabinet des Tilleuls", "Claire Morel", "Psychologue",
        "Chiffré · sauvegardé 14:02", "Hors ligne, rien ne manque",
    ]  # fmt: skip
    assert problems(bar) == []


def test_that_a_section_is_told_and_marked(bar, qtbot):
    with qtbot.waitSignal(bar.chosen) as caught:
        qtbot.mouseClick(bar.button("patients"), Qt.MouseButton.LeftButton)
    assert caught.args == ["patients"]
    assert bar.button("patients").isChecked()
    bar.set_current("accueil")
    assert not bar.button("patients").isChecked()


def test_that_a_rule_parts_the_two_groups(bar):
    rules = [rule for rule in bar.findChildren(Rule) if rule.isVisible()]
    assert len(rules) == 2


def test_that_the_rail_keeps_only_icons(bar):
    bar.set_rail(True)
    QApplication.processEvents()
    assert bar.width() == 60
    assert words(bar) == []
    assert bar.button("patients").width() >= 36
    assert problems(bar) == []


def test_that_the_state_is_told_in_the_rail_too(bar):
    bar.set_rail(True)
    tips = [child.toolTip() for child in bar.children() if hasattr(child, "toolTip")]
    assert "Chiffré · sauvegardé 14:02" in tips


def test_that_locking_and_the_list_are_asked_for(bar, qtbot):
    bar.set_panel_button(True)
    with qtbot.waitSignals([bar.lock_clicked, bar.panel_clicked]):
        bar.lock_button.click()
        bar.panel_button.click()


@pytest.mark.parametrize("percent", [100, 150])
def test_that_it_stays_usable_in_a_low_window(theme, bar, percent):
    theme.choose("clair", percent)
    bar.resize(bar.width(), 640)
    assert bar.minimumSizeHint().height() <= 640
    assert bar.lock_button.geometry().bottom() <= 640


@pytest.mark.parametrize("rail", [False, True])
def test_that_hidden_names_are_marked_with_what_the_key_does(bar, qtbot, rail):
    bar.set_rail(rail)
    button = bar.discreet_button
    assert button.toolTip() == "Masquer les noms (F9)"
    with qtbot.waitSignal(bar.discreet_chosen) as told:
        qtbot.keyClick(bar, Qt.Key.Key_F9)
    assert told.args == [True]
    bar.set_discreet(True)
    assert button.isChecked()
    assert button.accessibleName() == "Mode discret, activé"
    assert button.toolTip() == "Afficher les noms (F9)"
    bar.set_discreet(False)
    assert button.accessibleName() == "Mode discret"
    assert problems(bar) == []


def test_that_a_state_leads_to_the_page_that_says_more(bar, qtbot):
    bar.set_states([*STATES, StateLine("shield-alert", "Aucune sauvegarde", "danger", "copies")])
    button = bar.state("copies")
    with qtbot.waitSignal(bar.state_chosen) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["copies"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    bar.set_rail(True)
    QApplication.processEvents()
    button = bar.state("copies")
    assert button.toolTip() == "Aucune sauvegarde"
    assert problems(bar) == []


NINE = [SideEntry(str(n), "house", f"Rubrique {n}", low=n > 6) for n in range(9)]


@pytest.mark.parametrize(("percent", "height"), [(100, 640), (125, 720), (150, 720)])
def test_that_a_low_rail_shows_every_section_and_the_lock(theme, show, percent, height):
    theme.choose("clair", percent)
    made = Sidebar(NINE, Identity("Cabinet des Tilleuls", "Claire Morel", "Psychologue", "CM"))
    made.set_states([*STATES, STATES[0], StateLine("usb", "Aucune copie", "warn", "copies")])
    made.set_panel_button(False)
    made.set_rail(True)
    show(made, 60, height)
    for _ in range(3):
        QApplication.processEvents()
    for entry in NINE:
        button = made.button(entry.key)
        top = button.mapTo(made, button.rect().topLeft()).y()
        assert button.visibleRegion().boundingRect().height() == button.height(), entry.key
        assert 0 <= top <= height - button.height()
    for part in (made.discreet_button, made.lock_button, made.state("copies")):
        assert part.visibleRegion().boundingRect() == part.rect()
    assert not made._avatar.isVisible()
    assert problems(made) == []
    made.resize(made.width(), 1000)
    QApplication.processEvents()
    assert made._avatar.isVisible()
