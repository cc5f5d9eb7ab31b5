"""The cards together: what is shown is what is read, and answers are followed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services import consultations
from microstructure_desktop.ui.pages.seances.form import SeanceForm
from microstructure_desktop.ui.pages.seances.typed import as_typed
from tests.cabinet import TODAY

HALF = {
    "jour": "31/0",
    "heure": "14h6",
    "duree": "60",
    "lieu": "VISIO",
    "issue": "REPORTE",
    "themes": ("SOMMEIL",),
    "evolution": 7,
    "note_partagee": "  Deux\nlignes ",
    "note_personnelle": "à moi",
    "question": "Relais",
    "prochain": "3/1",
    "reponses": {"seance_visite": {"visite_constat": "Propre"}},
}


@pytest.fixture
def opened(team, sophie):
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Avant")
    return consultations.open_seance(team.psychologue, sophie.id)


@pytest.fixture
def form(show, team, opened):
    made = show(SeanceForm(opened.role, lambda: TODAY), 1180, 800)
    made.show_seance(opened, as_typed(opened.saisie), team.psychologue.reference)
    return made


def test_that_every_field_shows_and_gives_back_what_was_typed(form, opened, team):
    typed = replace(as_typed(opened.saisie), **HALF)
    form.show_seance(opened, typed, team.psychologue.reference)
    assert form.typed() == typed


def test_that_showing_a_session_is_not_editing_it(form, opened, team):
    heard = []
    form.edited.connect(lambda: heard.append(1))
    form.show_seance(opened, as_typed(opened.saisie), team.psychologue.reference)
    assert heard == []
    form.note.shared.set_text("x")
    assert heard


def test_that_the_cards_follow_the_answers(form, opened, team):
    reference = team.psychologue.reference
    assert form.follow(opened, reference)
    assert form.forfait.figures.text() == "2 / 6"
    form.facts.presence.set_value("ABSENT_EXCUSE")
    assert not form.follow(opened, reference)
    assert form.forfait.figures.text() == "1 / 6"
    assert not form.facts.themes_field.isVisible()
    assert form.last_time.note.text() == "Avant"


@pytest.mark.parametrize(
    ("delay", "expected"), [("1s", "26/11/2026"), ("2s", "03/12/2026"), ("1m", "19/12/2026")]
)
def test_that_a_delay_gives_a_day_at_the_hour_of_the_session(form, opened, team, delay, expected):
    form.facts.heure.setText("10:30")
    form.suites.delays.chip(delay).click()
    assert form.suites.next.text() == f"{expected} 10:30"
    form.follow(opened, team.psychologue.reference)
    assert form.suites.delays.selected() == (delay,)


def test_that_another_delay_keeps_the_hour_chosen(form):
    form.suites.next.setText("03/12/2026 09:15")
    form.suites.delays.chip("1s").click()
    assert form.suites.next.text() == "26/11/2026 09:15"


def test_that_a_sound_session_passes_and_a_faulty_one_says_where(form, taper):
    assert form.check()
    form.suites.next.setText("bientôt")
    assert not form.check()
    assert QApplication.focusWidget() is form.suites.next
    form.suites.next.clear()
    taper(form.suites.next, "+2s")
    assert form.suites.next_field.error_text == ""
    assert form.check()


def test_that_a_mended_fault_does_not_reveal_others_while_typing(form, taper):
    form.facts.heure.setText("x")
    form.check()
    form.facts.jour.clear()
    taper(form.facts.jour, "3")
    assert form.facts.fields["jour"].error_text == ""
    assert form.facts.fields["heure"].error_text
