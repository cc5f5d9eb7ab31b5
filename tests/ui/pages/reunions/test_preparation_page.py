"""A meeting is prepared in three clicks, by mouse or by keys, and nothing of it is lost."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.domain.synthese import Etat, Motif
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.preparation_page import PreparationPage
from tests.cabinet import TODAY
from tests.reports.reading import plain, whole
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def page(desk, show, settle, who):
    made = show(PreparationPage(desk.context), 1160, 760)
    made.open(Route("preparation"))
    settle()
    return made


def saved(desk):
    (ligne,) = syntheses.reunions(desk.office).lignes
    return syntheses.open_synthese(desk.office, ligne.id).synthese


def agenda(page):
    return [row.patient for row in page.agenda.rows]


def test_that_opening_shows_proposals_and_writes_nothing(desk, page, settle, who):
    assert [row.patient for row in page.proposals.rows] == [who.sophie.id, who.luc.id, who.ana.id]
    assert page.header.subtitle.text() == "Réunion n°\xa01"
    assert page.first_focus() is page.proposals.all_button
    page.leave()
    settle()
    assert syntheses.reunions(desk.office).lignes == ()
    assert problems(page) == []


def test_that_accepting_all_then_beginning_takes_two_clicks(desk, page, settle, who):
    page.proposals.all_button.click()
    page.begin_button.click()
    settle()
    meeting = saved(desk)
    assert meeting.etat is Etat.EN_COURS
    assert [s.patient for s in meeting.situations] == [who.sophie.id, who.luc.id, who.ana.id]
    assert meeting.situation(who.sophie.id).psychologique == "Trois semaines sans alcool."
    assert desk.routes[-1] == Route("synthese", synthese_id=meeting.id)


def test_that_what_was_accepted_is_saved_on_leaving(desk, page, settle, who):
    page.proposals.rows[1].accept_button.click()
    page.leave()
    settle()
    (situation,) = saved(desk).situations
    assert (situation.patient, situation.motif) == (who.luc.id, Motif.INCLUSION)
    assert page.footer.hint.text() == "Enregistré à 14:05"


def test_that_an_accepted_proposal_can_be_given_back(page, who):
    page.proposals.all_button.click()
    page.agenda.rows[0].remove_button.click()
    assert agenda(page) == [who.luc.id, who.ana.id]
    assert [row.patient for row in page.proposals.rows] == [who.sophie.id]


def test_that_the_order_changes_by_buttons_and_by_keys(qtbot, desk, page, settle, who):
    page.proposals.all_button.click()
    page.agenda.rows[2].up_button.click()
    assert agenda(page) == [who.sophie.id, who.ana.id, who.luc.id]
    qtbot.keyClick(page.agenda.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert agenda(page) == [who.ana.id, who.sophie.id, who.luc.id]
    qtbot.keyClick(page.agenda.rows[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    page.keeper.flush()
    settle()
    assert [s.patient for s in saved(desk).situations] == agenda(page)


def test_that_somebody_nobody_proposed_is_added(desk, page, settle, team):
    calm = team.patient("Calme", "Paul", debut=date(2026, 6, 1))
    page.open(Route("preparation"))
    settle()
    page.agenda.patient_chosen.emit(calm.id)
    page.keeper.flush()
    settle()
    assert saved(desk).situation(calm.id).motif is Motif.AJOUT


def test_that_date_hour_place_and_people_are_kept(desk, page, settle, taper, team):
    page.date.day.set_typed("26/11/2026")
    page.date.time.setText("13h")
    page.date.time.editingFinished.emit()
    taper(page.presence.place, " !")
    page.presence.excused.chip(team.medecin.membre.id).click()
    page.leave()
    settle()
    meeting = saved(desk)
    assert (meeting.jour, meeting.debut) == (date(2026, 11, 26), time(13))
    assert meeting.lieu == "Au cabinet !"
    assert meeting.excuses == (team.medecin.membre.id,)


def test_that_unfinished_decisions_stand_first(desk, page, settle, team, who):
    scenes.hold(team, scenes.seen(who.luc, scenes.decision("Appeler la MDPH")))
    page.open(Route("preparation"))
    settle()
    assert page.reprises.isVisible()
    assert page.reprises.y() < page.proposals.y()
    assert not page.reprises.suite_rows[0].suites.isVisible()


def test_that_a_preparation_is_taken_up_where_it_was(desk, page, settle, who):
    page.proposals.all_button.click()
    page.leave()
    settle()
    page.open(Route("preparation", synthese_id=saved(desk).id))
    settle()
    assert agenda(page) == [who.sophie.id, who.luc.id, who.ana.id]
    assert page.proposals.rows == []


def test_that_a_colleague_s_preparation_is_joined_to_mine(desk, page, settle, who, team):
    page.proposals.rows[0].accept_button.click()
    page.keeper.flush()
    settle()
    theirs = syntheses.prepare(team.medecin)
    added = tuple(p for p in theirs.synthese.situations)
    syntheses.save(
        team.medecin,
        replace(theirs.synthese, situations=added, lieu="Chez Luc"),
        theirs.based_on,
    )
    page.proposals.rows[0].accept_button.click()
    page.keeper.flush()
    settle()
    assert "enregistrée entre-temps par Dr Exemple" in page.banner.title()
    page.banner.action_button.click()
    settle()
    assert not page.banner.isVisible()
    assert [s.patient for s in saved(desk).situations] == [who.sophie.id, who.luc.id]


def test_that_what_was_typed_before_a_lock_comes_back_with_the_news(desk, page, settle, team):
    page.proposals.rows[0].accept_button.click()
    page.keeper.flush()
    settle()
    mine = syntheses.prepare(desk.office)
    typed = replace(mine.synthese, lieu="Ici")
    syntheses.save_draft(desk.office, typed, mine.based_on)
    syntheses.save(team.medecin, mine.synthese, mine.based_on)
    page.open(Route("preparation", synthese_id=typed.id))
    settle()
    assert page.presence.place.text() == "Ici"
    assert "Dr Exemple" in page.banner.title()


def test_that_a_meeting_begun_elsewhere_is_shown_as_it_is(desk, page, settle, team, who):
    opened = scenes.under_way(team, who)
    page.open(Route("preparation", synthese_id=opened.synthese.id))
    settle()
    assert desk.routes[-1] == Route("synthese", synthese_id=opened.synthese.id)


def test_that_the_way_back_leads_to_the_list(desk, page):
    page.header.back_button.click()
    assert desk.routes[-1] == Route("reunions")


def test_that_a_line_at_the_end_goes_no_further(page, who):
    page.proposals.all_button.click()
    page.agenda.moved.emit(who.ana.id, 1)
    assert agenda(page)[-1] == who.ana.id


def test_that_the_page_fits_the_smallest_window(page):
    assert page.minimumSizeHint().width() <= 1024 - 60
    assert page.context.now().date() == TODAY


def test_that_nothing_flashes_beside_the_page(windows, page, settle, team, who):
    scenes.hold(team, scenes.seen(who.luc, scenes.decision("Patch")))
    page.open(Route("preparation"))
    settle()
    page.proposals.all_button.click()
    page.agenda.rows[0].down_button.click()
    assert windows == ["PreparationPage"]


def test_that_a_discreet_preparation_names_nobody_and_keeps_the_keyboard(qtbot, page, desk):
    shown = page.proposals.rows[0]
    assert "LÉGENDE" in shown.accept_button.accessibleName()
    shown.accept_button.setFocus()
    desk.context.discretion.switch(on=True)
    again = page.proposals.rows[0].accept_button
    assert "S.\xa0L. · n°\xa00001" in again.accessibleName()
    qtbot.waitUntil(again.hasFocus)


@pytest.fixture
def notices(desk):
    found = []
    desk.context.events.notice_requested.connect(found.append)
    return found


def test_that_an_order_of_the_day_is_taken_back(page, who, notices):
    page.proposals.all_button.click()
    everybody = agenda(page)
    page.agenda.rows[1].remove_button.click()
    assert agenda(page) == [everybody[0], everybody[2]]
    assert notices[-1].text == "Situation retirée de l’ordre du jour"
    notices[-1].on_action()
    assert agenda(page) == everybody
    notices[-1].on_action()
    assert agenda(page) == everybody
    assert notices[0].text == "3\xa0situations ajoutées à l’ordre du jour"
    notices[0].on_action()
    assert agenda(page) == []


def test_that_what_is_about_another_meeting_is_not_taken_back(page, who, notices):
    page.proposals.all_button.click()
    page._ouverte = replace(
        page._ouverte, synthese=replace(page._ouverte.synthese, id=SyntheseId("autre"))
    )
    notices[-1].on_action()
    assert len(agenda(page)) == 3


def test_that_a_prepared_meeting_is_cancelled_and_read_again(desk, page, settle, notices):
    assert not page.more_button.isVisible()
    page.proposals.all_button.click()
    page.leave()
    settle()
    page.more_button.click()
    page.menu.hide()
    assert page.menu.cancel_action.text() == "Annuler cette réunion…"
    page.menu.history_action.trigger()
    settle()
    assert page.findChild(HistoryDialog).isVisible()
    page.menu.cancel_action.trigger()
    page.menu.cancelling.dialog.edit.setText("Réunion reportée")
    page.menu.cancelling.dialog.accept()
    settle()
    assert syntheses.reunions(desk.office).lignes == ()
    assert desk.routes[-1] == Route("reunions")
    assert (notices[-1].text, notices[-1].action) == ("Réunion annulée", "Rétablir")
    notices[-1].on_action()
    settle()
    assert len(saved(desk).situations) == 3


def test_that_minutes_and_video_are_kept(page, desk, settle, who):
    page.proposals.all_button.click()
    line = page.agenda.rows[1]
    line.minutes.setText("30")
    line.minutes.editingFinished.emit()
    page.presence.remote.click()
    assert [row.minutes.placeholderText() for row in page.agenda.rows] == ["15", "30", "15"]
    page.leave()
    settle()
    assert [s.minutes_prevues for s in saved(desk).situations] == [None, 30, None]
    assert saved(desk).visio


def test_that_a_meeting_moved_to_another_day_is_moved_back(page, desk, settle, notices):
    before = page.date.day.text()
    page.date.day.set_typed("26/11/2026")
    assert notices[-1].text == "Réunion déplacée au jeudi 26\xa0novembre\xa02026"
    notices[-1].on_action()
    assert page.date.day.text() == before
    page.leave()
    settle()
    assert saved(desk).jour == TODAY


def test_that_the_agenda_is_printed_as_it_stands_on_screen(qtbot, page, settle, who):
    page.proposals.all_button.click()
    page.print_button.click()
    settle()
    qtbot.waitUntil(page._preview.sheets.is_drawn)
    text = plain(whole(page._preview._document.pdf))
    assert "LÉGENDE Sophie (n° 0001)" in text
    assert "Reprise du travail ?" in text
    page.leave()
    assert page._preview is None
