"""An addition is written over a dialog that keeps it until it is signed."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.services import additifs, comptes_rendus, drafts
from microstructure_desktop.services.additifs import TEXTE_MAX
from microstructure_desktop.ui.pages.reunions.comptes_rendus_additif import (
    AdditifDialog,
    load_draft,
)
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def held(team, who):
    return scenes.hold(team, scenes.seen(who.sophie), scenes.seen(who.luc))


@pytest.fixture
def ask(desk, show, held):
    page = show(Label(""), 900, 700)

    def opened(draft=None):
        found = comptes_rendus.compte_rendu(desk.office, held.id)
        made = AdditifDialog(page, desk.context, found, draft)
        made.open()
        return made

    return opened


def written(desk, held):
    with desk.office.store.read() as work:
        return work.additifs.of_synthese(held.id)


def test_that_it_offers_the_meeting_or_who_was_discussed(qtbot, ask):
    dialog = ask()
    offered = [dialog.about.itemText(n) for n in range(dialog.about.count())]
    assert offered == ["La réunion en général", "LÉGENDE Sophie", "BERNARD Luc"]
    qtbot.waitUntil(dialog.text.editor.hasFocus)
    assert problems(dialog) == []


def test_that_it_is_signed_by_the_keyboard_alone(qtbot, desk, ask, held, who):
    dialog = ask()
    qtbot.waitUntil(dialog.text.editor.hasFocus)
    qtbot.keyClicks(dialog.text.editor, "Courrier parti.")
    dialog.about.set_value(who.luc.id)
    with qtbot.waitSignal(dialog.signed):
        qtbot.keyClick(dialog.text.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        desk.settle()
    assert not dialog.isVisible()
    (made,) = written(desk, held)
    author = desk.context.membre.id
    assert (made.texte, made.patient, made.auteur) == ("Courrier parti.", who.luc.id, author)


@pytest.mark.parametrize(
    ("texte", "told"), [("  ", "ne dit rien"), ("a" * (TEXTE_MAX + 1), "caractères au plus")]
)
def test_that_what_is_wrong_is_said_at_the_field(desk, ask, held, texte, told):
    dialog = ask()
    dialog.text.set_text(texte)
    dialog.sign_button.click()
    assert told in dialog.field.error_text
    assert dialog.isVisible()
    assert written(desk, held) == []
    dialog.text.set_text("Mieux.")
    assert dialog.field.error_text == ""


def test_that_what_is_typed_is_found_again(desk, ask, held, who):
    dialog = ask()
    dialog.text.set_text("À finir")
    dialog.about.set_value(who.luc.id)
    dialog.reject()
    draft = load_draft(desk.office, held.id)
    again = ask(draft)
    assert again.text.text() == "À finir"
    assert again.about.value() == who.luc.id
    assert "retrouvée" in again.kept.text()
    again.sign_button.click()
    desk.settle()
    assert drafts.load(desk.office, drafts.ADDITIF, held.id) is None


def test_that_nothing_typed_leaves_nothing_to_find(desk, ask, held):
    dialog = ask()
    dialog.text.set_text("x")
    dialog.text.set_text("")
    dialog.reject()
    assert load_draft(desk.office, held.id) is None


def test_that_a_refusal_keeps_what_was_typed(desk, ask, held, team):
    dialog = ask()
    dialog.text.set_text("Texte")
    dialog._synthese_id = scenes.begin(team).synthese.id
    dialog.sign_button.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.field.error_text.startswith("Cette réunion n’est pas close")
    assert dialog.sign_button.isEnabled()


def test_that_hidden_names_are_not_offered(desk, ask, who):
    dialog = ask()
    dialog.about.set_value(who.luc.id)
    desk.context.discretion.switch(on=True)
    assert "BERNARD" not in dialog.about.currentText()
    assert dialog.about.value() == who.luc.id


def test_that_an_addition_is_about_what_was_chosen(desk, ask, held):
    dialog = ask()
    dialog.text.set_text("En général.")
    dialog.sign_button.click()
    desk.settle()
    assert written(desk, held)[0].patient is None
    assert additifs.problem("En général.") is None
