"""Previous and next, by name and by keys, and when the text was written."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.pages.reunions.step_bar import StepBar
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.text_area import TextArea
from tests.ui.a11y import problems


@pytest.fixture
def bar(show, opened, names, who):
    made = StepBar()
    made.text = TextArea()
    page = show(boxed(column(made.text, made)), 1000, 200)
    made.show_step(opened.synthese, who.sophie.id, names)
    yield made
    page.close()


def test_that_the_next_patient_is_named(bar, opened, names, who):
    assert bar.next_button.text() == "Patient suivant\xa0: BERNARD"
    bar.show_step(opened.synthese, "reprises", names)
    assert bar.next_button.text() == "Premier patient\xa0: LÉGENDE"
    bar.show_step(opened.synthese, who.ana.id, names)
    assert bar.next_button.text() == "Organisation de l’équipe"
    assert problems(bar) == []


def test_that_the_ends_have_no_way_further(bar, opened, names):
    bar.show_step(opened.synthese, "organisation", names)
    assert not bar.next_button.isVisible()
    bar.show_step(opened.synthese, "reprises", names)
    assert not bar.back_button.isEnabled()


def test_that_buttons_and_their_keys_ask_for_a_step(qtbot, bar, who):
    for act in (bar.next_button.click, lambda: qtbot.keyClick(
        bar, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier
    )):  # fmt: skip
        with qtbot.waitSignal(bar.step_chosen) as told:
            act()
        assert told.args == [who.luc.id]
    with qtbot.waitSignal(bar.step_chosen) as told:
        bar.back_button.click()
    assert told.args == ["reprises"]


def test_that_page_keys_work_from_inside_a_text(qtbot, bar, who):
    bar.text.setFocus()
    qtbot.waitUntil(bar.text.editor.hasFocus)
    with qtbot.waitSignal(bar.step_chosen) as told:
        qtbot.keyClick(bar.text.editor, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [who.luc.id]


def test_that_nothing_is_asked_beyond_the_ends(qtbot, bar, opened, names):
    with qtbot.assertNotEmitted(bar.step_chosen):
        bar.show_step(opened.synthese, "organisation", names)
        bar.go_on()
        bar.show_step(opened.synthese, "reprises", names)
        bar.go_back()


def test_that_the_hour_of_writing_is_shown(bar, team):
    bar.show_saved(team.clock().astimezone())
    assert bar.hint.text() == "Enregistré à 12:32"


def test_that_a_projected_screen_names_nobody(bar, opened, names, who):
    names.discretion.switch(on=True)
    bar.show_step(opened.synthese, who.sophie.id, names)
    assert bar.next_button.text() == "Patient suivant\xa0: L.\xa0B."
