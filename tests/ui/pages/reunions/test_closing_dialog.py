"""Before what cannot be undone: what will be closed, and who was forgotten."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.pages.reunions.closing_dialog import ClosingDialog
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.cabinet import TODAY
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def ready(opened, who):
    """Sophie discussed without a decision, Luc with one, Ana not at all."""
    synthese = opened.synthese.avec_situation(scenes.seen(who.sophie))
    return synthese.avec_situation(scenes.seen(who.luc, scenes.decision("Patch")))


@pytest.fixture
def ask(show, names, qtbot):
    parent = show(Paragraph(""), 1000, 700)

    def asked(synthese, jour=TODAY):
        now = datetime.combine(jour, time(13, 25)).astimezone()
        dialog = ClosingDialog(parent, synthese, names, now)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return asked


def told(dialog):
    return " ".join(p.text() for p in dialog.findChildren(Paragraph) if p.isVisible())


def test_that_the_question_says_what_ends_and_when_the_next_is(ask, ready):
    text = told(ask(ready))
    assert "Le compte rendu ne pourra plus changer" in text
    assert "2\xa0situations évoquées, 1\xa0décision." in text
    assert "Prochaine réunion\xa0: jeudi 17\xa0décembre\xa02026." in text
    assert "1\xa0ancienne décision sans suite" in text


def test_that_who_was_forgotten_is_named(ask, ready):
    dialog = ask(ready)
    assert [b.text() for b in dialog.people()] == ["LÉGENDE Sophie", "COSTA Ana"]
    assert problems(dialog) == []


def test_that_a_name_leads_back_to_the_person(qtbot, ask, ready, who):
    dialog = ask(ready)
    with qtbot.waitSignals([dialog.patient_chosen, dialog.rejected]):
        dialog.people()[1].click()


def test_that_a_meeting_without_anything_left_asks_no_question(ask, ready, who):
    done = ready
    for patient in (who.sophie, who.ana):
        done = done.avec_situation(scenes.seen(patient, scenes.decision("x")))
    (reprise,) = ready.reprises
    followed = replace(reprise, decision=replace(reprise.decision, suite=Suite.FAITE))
    dialog = ask(replace(done, reprises=(followed,), prochaine=None))
    assert dialog.people() == ()
    text = told(dialog)
    assert "?" not in text.replace("Clore la réunion ?", "")
    assert "jeudi 17\xa0décembre\xa02026" in text


def test_that_decisions_not_taken_are_said_in_words(ask, opened, who):
    text = told(ask(opened.synthese.avec_situation(scenes.seen(who.sophie))))
    assert "1\xa0situation évoquée, aucune décision." in text


def test_that_the_keyboard_starts_on_the_harmless_answer(qtbot, ask, ready):
    dialog = ask(ready)
    qtbot.waitUntil(dialog.back_button.hasFocus)
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.click()


def test_that_the_end_is_that_of_the_clock_and_may_be_corrected(qtbot, ask, ready):
    dialog = ask(ready)
    assert dialog.end.text() == "13:25"
    dialog.end.setText("12:00")
    dialog.close_button.click()
    assert "après avoir commencé" in dialog.end_field.error_text
    assert dialog.isVisible()
    dialog.end.setText("13:10")
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.click()


def test_that_the_end_is_asked_for_on_another_day(qtbot, ask, ready):
    dialog = ask(ready, TODAY + timedelta(days=1))
    qtbot.waitUntil(dialog.end.hasFocus)
    assert dialog.end.text() == ""
    assert "La réunion a commencé jeudi 19\xa0novembre\xa02026 à 12:32" in told(dialog)
    assert problems(dialog) == []
    dialog.close_button.click()
    assert "Entrez l’heure de fin" in dialog.end_field.error_text
    dialog.end.setText("13:40")
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.click()


def test_that_a_projected_screen_names_nobody(ask, ready, names):
    dialog = ask(ready)
    names.discretion.switch(on=True)
    assert [b.text() for b in dialog.people()] == [
        "S.\xa0L. · n°\xa00001",
        "A.\xa0C. · n°\xa00003",
    ]
