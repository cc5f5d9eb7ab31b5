"""Where the parts of the page stand."""

from dataclasses import replace

import pytest

from microstructure_desktop.services import fiches
from microstructure_desktop.services.notes_personnelles import NotesScellees
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.ui.pages.fiches.fiche_frame import FicheFrame
from tests.ui import a11y


@pytest.fixture
def frame(qtbot, desk):
    made = FicheFrame(desk.context)
    qtbot.addWidget(made)
    made.resize(1216, 860)
    made.show()
    return made


def test_that_rubrics_stay_at_the_left_of_the_questions(frame):
    nav = frame.nav.mapTo(frame, frame.nav.rect().topRight())
    body = frame.body.mapTo(frame, frame.body.rect().topLeft())
    assert nav.x() < body.x()
    assert not frame.body.isAncestorOf(frame.nav)


def test_that_what_ends_a_rubric_is_never_over_a_question(frame):
    assert frame.footer.y() >= frame.body.y() + frame.body.height()


def test_that_rubrics_grow_with_the_text(frame, theme):
    before = frame._nav_column.width()
    theme.choose("clair", 150)
    assert frame._nav_column.width() > before


def test_that_every_part_has_a_name(frame):
    assert a11y.problems(frame) == []


def test_that_a_note_that_is_missing_is_said_before_a_newer_model(frame, team):
    opened = fiches.start(team.psychologue, team.patient().id, FICHE_DE_SUIVI)
    frame.show_news(opened)
    assert frame.news.title() == ""
    why = NotesScellees(feuille=True)
    frame.show_news(replace(opened, scellee=why, suivante=opened.form))
    assert frame.news.title() == why.sentence
    assert frame.news.action_button.text() == ""
