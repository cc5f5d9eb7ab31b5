"""The header says when, who, how long; and how to end."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.ui.pages.reunions.meeting_header import MeetingHeader
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import name_of, problems


@pytest.fixture
def header(show, opened, names):
    made = show(MeetingHeader(60, names.discretion), 1200, 70)
    made.show_meeting(opened.synthese, opened.numero, names)
    return made


def at(hour, minute, day=19):
    return datetime(2026, 11, day, hour, minute).astimezone()


def test_that_it_says_which_meeting_and_since_when(header):
    assert header.title.text() == "Réunion de synthèse n°\xa02"
    assert header.subtitle.text() == "Jeudi 19\xa0novembre\xa02026 · commencée à 12:32"
    assert header.tag.text() == "En cours"
    assert problems(header) == []


def test_that_time_goes_by_and_turns_when_the_hour_is_over(header, opened):
    for now, told in ((at(12, 32), "0:00"), (at(12, 56), "0:24"), (at(13, 33), "1:01")):
        header.show_time(opened.synthese, now)
        assert header.elapsed.text() == told
    assert header.elapsed._tone == "warn"
    header.show_time(opened.synthese, at(12, 40))
    assert header.elapsed._tone == "text"


def test_that_another_day_has_no_clock(header, opened):
    header.show_time(opened.synthese, at(12, 40, day=20))
    assert not header.clock.isVisible()


def test_that_the_people_present_are_named_while_there_is_room(qtbot, header):
    assert [x.text() for x in header.people.findChildren(Label)] == [
        "Dr Exemple",
        "C. Modèle",
        "N. Témoin",
        "Dr Gabarit",
    ]
    header.resize(820, 70)
    qtbot.waitUntil(header.headcount.isVisible)
    assert header.headcount.text() == "4\xa0présents"
    assert not header.people.isVisible()


def test_that_more_than_five_are_counted(header, opened, names, team):
    doctor = team.medecin.membre.id
    many = replace(opened.synthese, presents=(doctor,) * 7)
    header.show_meeting(many, 1, names)
    assert header.people.findChildren(Label)[-1].text() == "+ 2"


def test_that_names_are_hidden_and_shown_by_one_button(header, names):
    button = header.discreet_button
    assert name_of(button) == "Projeter sans les noms (F9)"
    button.click()
    assert names.discretion.on
    assert name_of(button) == "Afficher les noms (F9)"
    names.discretion.switch(on=False)
    assert not button.isChecked()
    assert name_of(button) == "Projeter sans les noms (F9)"


def test_that_a_closed_meeting_offers_its_minutes(qtbot, header, opened, names):
    closed = replace(opened.synthese, etat=Etat.CLOSE, fin=time(13, 31))
    header.show_meeting(closed, 2, names)
    header.show_time(closed, at(14, 0))
    assert header.subtitle.text().endswith("de 12:32 à 13:31")
    assert not header.close_button.isVisible()
    assert not header.clock.isVisible()
    with qtbot.waitSignal(header.minutes_clicked):
        header.minutes_button.click()


def test_that_an_open_meeting_can_be_ended(qtbot, header):
    assert not header.minutes_button.isVisible()
    with qtbot.waitSignal(header.close_clicked):
        header.close_button.click()


def test_that_a_meeting_begun_on_another_date_shows_that_date(header, opened, names):
    header.show_meeting(replace(opened.synthese, jour=date(2026, 12, 1)), 2, names)
    assert header.subtitle.text().startswith("Mardi 1er\xa0décembre\xa02026")


def test_that_a_pause_is_said_asked_for_and_not_counted(qtbot, header, opened, names):
    with qtbot.waitSignal(header.pause_clicked):
        header.pause_button.click()
    paused = opened.synthese.suspendue(at(12, 42))
    header.show_meeting(paused, opened.numero, names)
    assert header.tag.text() == "En pause"
    assert name_of(header.pause_button) == "Poursuivre la réunion"
    header.show_time(paused, at(13, 10))
    assert header.elapsed.text() == "0:10"
    header.show_meeting(paused.poursuivie(at(12, 42) + timedelta(hours=1)), 2, names)
    assert header.tag.text() == "En cours"
    assert name_of(header.pause_button) == "Suspendre la réunion"
