"""Around the form: what it is, whether it is saved, what stands in the way."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.seance_checks import Doute
from microstructure_desktop.ui.pages.seances.frame import Frame
from tests.cabinet import TODAY


@pytest.fixture
def frame(show, theme):
    page = QWidget()
    made = Frame(Role.PSYCHOLOGUE, lambda: TODAY, page)
    show(page, 1100, 800)
    return made


def test_that_nothing_is_shown_before_a_session_is_read(frame):
    parts = (frame.form, frame.footer, frame.refusal, frame.failure, frame.doubts, frame.give_up)
    assert not any(part.isVisible() for part in parts)
    assert frame.header.isVisible()


@pytest.mark.parametrize(
    ("amended", "draft", "tag"),
    [
        (False, False, "Brouillon"),
        (False, True, "Brouillon"),
        (True, False, "Terminée"),
        (True, True, "Correction en cours"),
    ],
)
def test_that_the_state_is_said_and_only_a_draft_can_be_given_up(frame, amended, draft, tag):
    frame.show_form(amended=amended)
    frame.show_state(amended=amended, draft=draft)
    assert frame.header.tag.text() == tag
    assert frame.give_up.isVisible() is draft
    assert frame.finish.text() == ("Corriger la séance" if amended else "Terminer la séance")


def test_that_a_failure_goes_once_mended_and_a_warning_stays(frame):
    frame.show_failure("Disque plein.", "Libérez de la place.")
    assert (frame.failing, frame.failure.isVisible()) == (True, True)
    frame.hide_failure()
    assert (frame.failing, frame.failure.isVisible()) == (False, False)
    frame.show_failure("Modifiée depuis.", "Relisez.", "warn")
    frame.hide_failure()
    assert (frame.failing, frame.failure.isVisible()) == (False, True)
    frame.clear_news()
    assert not frame.failure.isVisible()


def test_that_doubts_are_questions_with_their_answer_beside(frame):
    frame.show_doubts((Doute("duree", "Durée ?"), Doute("forfait", "Hors forfait ?")))
    assert frame.doubts.title() == "Durée ?\nHors forfait ?"
    assert frame.doubts.action_button.text() == "Enregistrer ainsi"
    frame.hide_doubts()
    assert not frame.doubts.isVisible()


def test_that_a_refusal_takes_the_place_of_the_form(frame):
    frame.show_refusal("Écrite par un autre.", "Seul son auteur la corrige.")
    assert frame.refusal.isVisible()
    assert not frame.form.isVisible()
    assert not frame.footer.isVisible()
