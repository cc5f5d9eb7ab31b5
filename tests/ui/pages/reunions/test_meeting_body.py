"""One step at a time, and each edit of the meeting kept whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.synthese import Motif, Situation, Suite
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.meeting_body import MeetingBody
from tests.ui.a11y import problems


@pytest.fixture
def body(desk, show, opened, names, who):
    made = show(MeetingBody(desk.context), 1160, 700)
    made.show_meeting(opened, who.sophie.id, names)
    return made


@pytest.fixture
def told(body):
    found = []
    body.changed.connect(found.append)
    return found


def parts(body):
    names = ("discussion", "reprises", "organisation", "presence")
    return {name for name in names if getattr(body, name).isVisible()}


def test_that_each_step_shows_its_own_part(body, who):
    shown = {}
    for step in (who.luc.id, "reprises", "organisation"):
        body.show_step(step)
        shown[step] = parts(body)
        assert problems(body) == []
    assert shown == {
        who.luc.id: {"discussion"},
        "reprises": {"reprises"},
        "organisation": {"organisation", "presence"},
    }


def test_that_a_patient_brings_who_asked_and_what_was_to_follow(body, who):
    assert "posée par C. Modèle" in body.discussion.situation_card.question.text()
    body.show_step(who.luc.id)
    from microstructure_desktop.ui.pages.reunions.suite_row import SuiteRow

    assert len(body.discussion.decisions_card.findChildren(SuiteRow)) == 1


def test_that_a_text_changes_its_situation_alone(body, told, taper, opened, who):
    taper(body.discussion.situation_card.areas["medical"].editor, "é")
    changed = told[-1].situation(who.sophie.id)
    assert (changed.medical, changed.vue) == ("é", True)
    assert told[-1] == opened.synthese.avec_situation(changed)
    assert body.agenda.row(who.sophie.id).caption() == "Reprise du travail ?"


@pytest.mark.parametrize("step", ["reprises", "luc"])
def test_that_an_old_decision_is_ticked_from_either_place(body, told, who, step):
    body.show_step(who.luc.id if step == "luc" else step)
    if step == "luc":
        decision = body.synthese.reprises[0].decision.id
        body.discussion.suite_chosen.emit(decision, Suite.FAITE)
    else:
        body.reprises.suite_rows[0].suites.part("faite").click()
    assert [r.decision.suite for r in told[-1].reprises] == [Suite.FAITE]
    assert body.agenda.row("reprises").caption() == "Toutes suivies"


def test_that_organisation_date_place_and_people_are_kept(body, told, taper, team):
    body.show_step("organisation")
    taper(body.organisation.text.editor, "é")
    body.organisation.next.set_typed("24/12/2026")
    taper(body.presence.place, "!")
    body.presence.excused.chip(team.psychologue.membre.id).click()
    last = told[-1]
    assert (last.organisation, last.prochaine) == ("é", date(2026, 12, 24))
    assert last.lieu == "Au cabinet!"
    assert last.excuses == (team.psychologue.membre.id,)
    assert team.psychologue.membre.id not in last.presents


def test_that_somebody_added_joins_the_agenda(body, told, team):
    new = team.patient("Nouveau", "Paul")
    body._names = replace(body._names, patients={**body._names.patients, new.id: new})
    body.add(Situation(new.id, Motif.AJOUT))
    assert told[-1].situations[-1].patient == new.id
    assert body.agenda.row(new.id).text() == "NOUVEAU Paul"


def test_that_nothing_new_tells_nothing(qtbot, body, opened, who):
    with qtbot.assertNotEmitted(body.changed):
        body.add(opened.synthese.situation(who.luc.id))


def test_that_an_editor_that_opens_comes_in_sight(qtbot, body, who):
    body.resize(1160, 420)
    body.discussion.decisions_card.add_button.click()
    editor = body.discussion.decisions_card.editor

    def in_sight():
        return (
            body._scroll.viewport()
            .rect()
            .contains(editor.mapTo(body._scroll.viewport(), editor.rect().center()))
        )

    qtbot.waitUntil(in_sight)


def test_that_one_s_own_note_is_opened_and_a_colleague_s_is_read(qtbot, body, who, opened, team):
    body.show_step(who.sophie.id)
    (mine,) = opened.synthese.situation(who.sophie.id).sources
    with qtbot.waitSignal(body.route_chosen) as told:
        body.discussion.situation_card.sources.buttons[0].click()
    route = Route("seance", patient_id=who.sophie.id, consultation_id=mine.acte)
    assert told.args == [route]
    with qtbot.waitSignal(body.route_chosen) as told:
        body.discussion.source_clicked.emit(replace(mine, membre=team.medecin.membre.id))
    assert told.args == [Route("dossier", patient_id=who.sophie.id, onglet="seances")]


def test_that_each_gets_a_share_of_the_hour_until_it_is_over(body, who, opened):
    body.show_step(who.sophie.id)
    assert body.discussion.next_card.planned.text() == "/ 20\xa0min"


def test_that_a_meeting_is_suspended_and_goes_on(body, told, team):
    at = team.clock().astimezone()
    body.suspend(paused=True, at=at)
    assert told[-1].pause_depuis == at
    body.suspend(paused=False, at=at + timedelta(minutes=4))
    assert (told[-1].pause_depuis, told[-1].pause_secondes) == (None, 240)


def test_that_a_meeting_by_video_is_kept(body, told):
    body.show_step("organisation")
    body.presence.remote.click()
    assert told[-1].visio
