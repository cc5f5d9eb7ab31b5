"""A forgotten passphrase: the sheet opens with a new one, or the cabinet is put aside."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services import secours, unlock
from microstructure_desktop.store import recovery_code
from microstructure_desktop.ui.dialogs.rescue_page import RescuePage
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.rescuing import rescuers
from microstructure_desktop.ui.worker import Worker
from tests.ui import a11y

NEW = "une autre phrase bien longue"


@pytest.fixture
def code(team):
    """A sheet of the cabinet, whose store is closed."""
    made = secours.preparer(team.medecin).code
    unlock.close(team.medecin)
    return " ".join(recovery_code.groups(made))


@pytest.fixture
def page(qtbot, team, code):
    worker = Worker(None, frozenset, Events())
    door = unlock.door(team.home)
    accounts = [(a.id, a.nom) for a in door.accounts]
    options = {"cost": team.medecin.cost, "now": team.clock}
    made = RescuePage(
        door.cabinet,
        accounts,
        team.psychologue.membre.id,
        rescuers(team.home, options),
        worker,
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    worker.drain()


def at_code(page):
    page.sheet_button.click()
    return page.code


def test_that_the_colleague_comes_first_and_the_page_can_be_left(qtbot, page):
    assert page.step() == 0
    assert a11y.problems(page) == []
    with qtbot.waitSignal(page.back_requested):
        page.back_button.click()


def test_that_the_sheet_opens_with_a_new_passphrase(qtbot, page, taper, code, team):
    taper(at_code(page), code.lower())
    qtbot.keyClick(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step() == 2)
    assert page.who.value() == team.psychologue.membre.id
    assert a11y.problems(page) == []
    taper(page.new.edit, NEW)
    taper(page.again.edit, NEW)
    with qtbot.waitSignal(page.unlocked, timeout=10_000) as opened:
        qtbot.keyClick(page.again.edit, Qt.Key.Key_Return)
    assert opened.args[0].membre.id == team.psychologue.membre.id
    assert (page.code.text(), page.new.text(), page._code) == ("", "", b"")
    unlock.close(opened.args[0])


def test_that_a_wrong_group_is_named_and_what_was_typed_stays(qtbot, page, taper, code):
    typed = ("Z" if code[0] != "Z" else "Y") + code[1:]
    taper(at_code(page), typed)
    page.code_next.click()
    qtbot.waitUntil(lambda: "Le groupe 1 " in page.code_field.error_text)
    assert page.code.text() == typed
    assert page.step() == 1
    assert page.code_next.isEnabled()


def test_that_nothing_typed_is_said_at_the_field(page):
    at_code(page)
    page.code_next.click()
    assert page.code_field.error_text == "Entrez le code de la feuille."


def test_that_a_short_or_different_passphrase_is_said_at_its_field(qtbot, page, taper, code):
    taper(at_code(page), code)
    page.code_next.click()
    qtbot.waitUntil(lambda: page.step() == 2)
    taper(page.new.edit, "court")
    page.open_button.click()
    assert "au moins 12" in page.new_field.error_text
    taper(page.new.edit, " mais plus long")
    page.open_button.click()
    assert page.new_field.error_text == ""
    assert "différentes" in page.again_field.error_text


def test_that_starting_afresh_asks_for_a_word_and_keeps_the_folder(qtbot, page, taper, team):
    page.afresh_button.click()
    assert not page.dialog.accept_button.isEnabled()
    taper(page.dialog.word_edit, "repartir")
    with qtbot.waitSignal(page.put_aside, timeout=10_000) as moved:
        page.dialog.accept_button.click()
    assert (moved.args[0] / "store.db").exists()
    assert not unlock.exists(team.home)
