"""The meeting, from its first question to its minutes, without losing a key."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.synthese import Etat, ProchainPoint, Suite
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.closing_dialog import ClosingDialog
from microstructure_desktop.ui.pages.reunions.synthese_page import SynthesePage
from microstructure_desktop.ui.widgets.labels import Label
from tests.cabinet import TODAY
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def page(desk, show, settle, opened):
    made = show(SynthesePage(desk.context), 1160, 760)
    made.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    yield made
    made.leave()
    settle()


@pytest.fixture
def stored(desk, opened, team):
    """What a colleague would find."""

    def found():
        return syntheses.open_synthese(team.medecin, opened.synthese.id).synthese

    return found


def at(team, hour, minute, second=0):
    team.clock.set(TODAY, time(hour, minute, second))


def sit(page, team, hour, minute, second=0):
    """Time goes by, and the page looks at the clock as it does."""
    until = datetime.combine(TODAY, time(hour, minute, second)).astimezone()
    while (left := until - team.clock()) > timedelta():
        now = (team.clock() + min(left, timedelta(seconds=30))).astimezone()
        team.clock.set(now.date(), now.time())
        page._on_tick()


def column(page, key):
    return page.meeting.discussion.situation_card.areas[key].editor


def test_that_the_meeting_opens_on_the_decisions_to_take_up(qtbot, page):
    assert page.meeting.reprises.isVisible()
    assert page.header.title.text() == "Réunion de synthèse n°\xa02"
    qtbot.waitUntil(page.first_focus().hasFocus)
    assert problems(page) == []


def test_that_nothing_flashes_beside_the_page(windows, page, settle, who):
    for step in (who.sophie.id, who.luc.id, "organisation"):
        page.go(step)
        settle()
    page.meeting.discussion.decisions_card.add_button.click()
    assert windows == ["SynthesePage"]


def test_that_going_on_shows_each_in_turn(page, who):
    seen = []
    while page.steps.next_button.isVisible():
        page.steps.next_button.click()
        seen.append(page._step)
    assert seen == [who.sophie.id, who.luc.id, who.ana.id, "organisation"]


def test_that_going_on_saves_and_makes_the_patient_discussed(page, settle, stored, taper, who):
    page.go(who.sophie.id)
    taper(column(page, "medical"), "Été. ")
    page.steps.next_button.click()
    settle()
    kept = stored().situation(who.sophie.id)
    assert (kept.medical, kept.vue) == ("Été. ", True)
    assert not stored().situation(who.luc.id).vue


def test_that_going_back_or_elsewhere_discusses_nobody(page, settle, stored, who):
    page.go(who.sophie.id)
    page.meeting.agenda.row(who.ana.id).click()
    page.steps.back_button.click()
    settle()
    assert stored().vues == ()


def test_that_typing_is_a_draft_within_two_seconds(qtbot, page, desk, taper, who, opened):
    page.go(who.sophie.id)
    with qtbot.waitSignal(page.keeper.saved, timeout=2000):
        taper(column(page, "social"), "CSS ouverte.")
    mine = syntheses.open_synthese(desk.office, opened.synthese.id)
    assert mine.synthese.situation(who.sophie.id).social == "CSS ouverte."
    assert mine.brouillon
    assert page.steps.hint.text() == "Enregistré à 12:32"


def test_that_leaving_hands_the_last_key_over_to_whoever_goes_on(
    page, desk, settle, stored, taper, who, opened
):
    page.go(who.sophie.id)
    taper(column(page, "social"), "CSS")
    page.leave()
    settle()
    assert stored().situation(who.sophie.id).social == "CSS"
    assert not syntheses.open_synthese(desk.office, opened.synthese.id).brouillon


def test_that_leaving_keeps_a_draft_when_a_colleague_saved_meanwhile(
    page, desk, settle, taper, team, who, opened
):
    theirs = syntheses.open_synthese(team.medecin, opened.synthese.id)
    moved = replace(theirs.synthese, lieu="Salle Pinel")
    page.go(who.sophie.id)
    settle()
    head = syntheses.open_synthese(team.medecin, opened.synthese.id).based_on
    syntheses.save(team.medecin, moved, head)
    taper(column(page, "social"), "CSS")
    page.leave()
    settle()
    mine = syntheses.open_synthese(desk.office, opened.synthese.id)
    assert mine.synthese.situation(who.sophie.id).social == "CSS"
    assert mine.entre_temps


def test_that_coming_back_shows_the_same_patient_and_text(page, settle, taper, who, opened):
    page.go(who.luc.id)
    taper(column(page, "social"), "CSS")
    page.leave()
    page.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    assert page._step == who.luc.id
    assert column(page, "social").toPlainText() == "CSS"


def test_that_time_is_counted_for_who_is_on_screen(page, settle, stored, team, who):
    page.go(who.sophie.id)
    sit(page, team, 12, 37)
    page.go(who.luc.id)
    sit(page, team, 12, 40, 20)
    assert page.header.elapsed.text() == "0:08"
    assert page.meeting.discussion.next_card.minutes.text() == "3\xa0min"
    page.go("organisation")
    sit(page, team, 12, 59)
    page.go(who.luc.id)
    settle()
    minutes = {s.patient: s.minutes for s in stored().situations}
    assert minutes == {who.sophie.id: 5, who.luc.id: 3, who.ana.id: 0}


def test_that_corrected_minutes_are_kept_and_counting_goes_on(page, settle, stored, team, who):
    page.go(who.sophie.id)
    sit(page, team, 12, 52)
    page.meeting.discussion.next_card.minutes_corrected.emit(6)
    sit(page, team, 12, 53)
    page.go(who.luc.id)
    settle()
    assert stored().situation(who.sophie.id).minutes == 7


def test_that_a_computer_asleep_counts_for_nobody(page, settle, stored, team, who):
    page.go(who.sophie.id)
    sit(page, team, 12, 35)
    at(team, 23, 59)
    page.leave()
    settle()
    assert stored().situation(who.sophie.id).minutes == 3


def test_that_time_off_the_page_is_not_counted(page, settle, stored, team, who, opened):
    page.go(who.sophie.id)
    sit(page, team, 12, 35)
    page.leave()
    at(team, 13, 35)
    page.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    page.go(who.luc.id)
    settle()
    assert stored().situation(who.sophie.id).minutes == 3


def test_that_a_decision_is_written_with_keys_and_saved(qtbot, page, settle, stored, taper, who):
    page.go(who.sophie.id)
    card = page.meeting.discussion.decisions_card
    card.add_button.click()
    taper(card.editor.what, "Courrier")
    qtbot.keyClick(card.editor.what, Qt.Key.Key_Return)
    taper(card.editor.what, "Patch")
    page.steps.next_button.click()  # without closing the editor
    settle()
    assert [d.texte for d in stored().situation(who.sophie.id).decisions] == ["Courrier", "Patch"]


def test_that_next_point_and_suites_are_kept(page, settle, stored, who):
    page.meeting.reprises.suite_rows[0].suites.part("faite").click()
    page.go(who.sophie.id)
    page.meeting.discussion.next_card.points.part("prochaine_synthese").click()
    page.go(who.luc.id)
    settle()
    meeting = stored()
    assert meeting.reprises[0].decision.suite is Suite.FAITE
    assert meeting.situation(who.sophie.id).prochain_point is ProchainPoint.PROCHAINE_SYNTHESE


def test_that_somebody_added_is_prefilled_and_shown(page, settle, stored, team):
    late = team.patient("Tardif", "Paul")
    team.seance(late.id, scenes.OCTOBER, note_partagee="Sommeil 6 h.")
    page.leave()
    page.open(Route("synthese", synthese_id=page.keeper.synthese.id))
    settle()
    page.meeting.patient_chosen.emit(late.id)
    settle()
    assert page.meeting.discussion.situation_card.name.text() == "TARDIF Paul"
    assert column(page, "psychologique").toPlainText() == "Sommeil 6 h."
    assert stored().situations[-1].patient == late.id


def test_that_a_projected_page_names_nobody_anywhere(page, who):
    page.go(who.sophie.id)
    page.header.discreet_button.click()
    shown = [w.text() for w in page.findChildren(Label)]
    shown += [b.text() for b in page.findChildren(type(page.steps.next_button))]
    shown += [b.accessibleName() for b in page.findChildren(type(page.steps.next_button))]
    for name in ("LÉGENDE", "Légende", "BERNARD", "COSTA", "Sophie"):
        assert not [text for text in shown if name in text]
    assert page.meeting.discussion.situation_card.name.text() == "S.\xa0L. · n°\xa00001"


def test_that_a_decision_under_way_outlives_the_hiding_of_names(desk, page, who, taper):
    page.go(who.sophie.id)
    card = page.meeting.discussion.decisions_card
    card.add_button.click()
    taper(card.editor.what, "Courrier")
    desk.context.discretion.switch(on=True)
    assert card.editor.isVisible()
    assert card.editor.what.text() == "Courrier"
    assert card.editor.what.hasFocus()


def test_that_the_record_of_the_patient_is_opened(desk, page, who):
    page.go(who.luc.id)
    page.meeting.discussion.situation_card.record_button.click()
    assert desk.routes[-1] == Route("dossier", patient_id=who.luc.id)


# --- colleagues ----------------------------------------------------------------------------


def test_that_a_colleague_s_save_is_named_and_both_texts_are_joined(
    page, settle, stored, taper, team, who, opened
):
    page.go(who.sophie.id)
    settle()
    theirs = syntheses.open_synthese(team.medecin, opened.synthese.id)
    noted = replace(theirs.synthese.situation(who.sophie.id), social="CSS ouverte.")
    syntheses.save(team.medecin, theirs.synthese.avec_situation(noted), theirs.based_on)
    taper(column(page, "social"), "Logement.")
    page.go(who.luc.id)
    settle()
    assert page.meeting.banner.title().endswith("entre-temps par Dr Exemple.")
    page.go(who.sophie.id)
    assert column(page, "social").toPlainText() == "Logement."
    page.meeting.banner.action_button.click()
    settle()
    assert column(page, "social").toPlainText() == "CSS ouverte.\nLogement."
    assert stored().situation(who.sophie.id).social == "CSS ouverte.\nLogement."
    assert not page.meeting.banner.isVisible()


def test_that_a_draft_that_came_too_late_is_shown_then_erased(
    page, settle, desk, taper, team, who, opened
):
    page.go("organisation")
    taper(page.meeting.organisation.text.editor, "Perdu")
    page.keeper.flush()
    settle()
    theirs = syntheses.open_synthese(team.medecin, opened.synthese.id)
    ready = theirs.synthese.avec_situation(scenes.seen(who.sophie))
    syntheses.close(team.medecin, ready, theirs.based_on)
    page.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    assert "pas dans ce compte rendu" in page.meeting.banner.title()
    page.meeting.banner.action_button.click()
    assert page.meeting.organisation.text.text() == "Perdu"
    assert page.meeting.organisation.text.editor.isReadOnly()
    page.meeting.banner.action_button.click()
    settle()
    assert syntheses.open_synthese(desk.office, opened.synthese.id).ecarte is None
    assert page.meeting.organisation.text.text() == ""


# --- closing -------------------------------------------------------------------------------


def test_that_nobody_discussed_cannot_be_closed(page):
    page.header.close_button.click()
    assert page._dialog is None
    assert "rien à clore" in page.meeting.banner.title()


def test_that_closing_takes_two_clicks_and_opens_the_minutes(
    qtbot, page, settle, stored, team, who
):
    page.go(who.sophie.id)
    sit(page, team, 13, 20)
    page.header.close_button.click()
    assert isinstance(page._dialog, ClosingDialog)
    page._dialog.close_button.click()
    settle()
    meeting = stored()
    assert (meeting.etat, meeting.fin) == (Etat.CLOSE, time(13, 20))
    assert meeting.situation(who.sophie.id).minutes == 48
    assert isinstance(page._dialog, PrintPreview)
    qtbot.waitUntil(page._dialog.sheets.is_drawn)
    page._dialog.reject()
    assert page.header.minutes_button.isVisible()
    assert column(page, "medical").isReadOnly()


def test_that_the_question_leads_back_to_a_forgotten_patient(page, who):
    page.go(who.sophie.id)
    page.steps.next_button.click()
    page.header.close_button.click()
    names = {b.text(): b for b in page._dialog.people()}
    names["COSTA Ana"].click()
    assert page._step == who.ana.id
    assert page._dialog is None


def test_that_a_lock_closes_what_is_open_over_the_page(page, who):
    page.go(who.sophie.id)
    page.steps.next_button.click()
    page.header.close_button.click()
    assert page._dialog is not None
    page.leave()
    assert page._dialog is None


def test_that_a_closed_meeting_is_read_and_its_minutes_seen(
    qtbot, desk, show, settle, team, who, theme
):
    closed = scenes.hold(team, scenes.seen(who.luc, scenes.decision("Patch")))
    page = show(SynthesePage(desk.context), 1160, 760)
    page.open(Route("synthese", synthese_id=closed.id))
    settle()
    assert page._step == who.luc.id
    assert not page.header.close_button.isVisible()
    assert not page.meeting.discussion.decisions_card.add_button.isVisible()
    assert problems(page) == []
    page.go("organisation")
    page.leave()
    settle()
    with desk.office.store.read() as work:
        history = work.revisions.history(closed.id)
    assert len(history) == 2  # begun and closed: reading wrote nothing
    page.header.minutes_button.click()
    settle()
    assert isinstance(page._dialog, PrintPreview)
    page.leave()


def test_that_a_meeting_not_begun_is_sent_to_its_preparation(desk, page, settle, team):
    prepared = syntheses.prepare(team.medecin)
    kept = syntheses.save(team.medecin, prepared.synthese, None).synthese
    page.open(Route("synthese", synthese_id=kept.id))
    settle()
    assert desk.routes[-1] == Route("preparation", synthese_id=kept.id)


def test_that_an_unknown_meeting_is_told(page, settle):
    page.open(Route("synthese", synthese_id="0" * 32))
    settle()
    assert page.meeting.banner.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_that_the_page_fits_its_windows(desk, show, settle, opened, theme, percent):
    theme.choose("clair", percent)
    page = show(SynthesePage(desk.context), 1160, 760)
    page.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    room = {100: 1024 - 60, 150: 1280 - 80}
    assert page.minimumSizeHint().width() <= room[percent]
    page.leave()


def test_that_no_minute_goes_by_while_the_meeting_is_suspended(page, settle, stored, team, who):
    page.go(who.sophie.id)
    sit(page, team, 12, 37)
    page.header.pause_button.click()
    assert "suspendue depuis 12:37" in page.meeting.banner.title()
    at(team, 12, 57)
    page._on_tick()
    assert page.header.elapsed.text() == "0:05"
    page.meeting.banner.action_button.click()
    assert not page.meeting.banner.isVisible()
    sit(page, team, 13, 0)
    page.go(who.luc.id)
    settle()
    assert stored().situation(who.sophie.id).minutes == 8
    assert stored().pause_secondes == 20 * 60
    assert page.header.elapsed.text() == "0:08"
    page._on_tick()
    assert page.header.elapsed.text() == "0:08"


def test_that_a_pause_outlives_a_lock(page, settle, team, who, opened):
    page.go(who.sophie.id)
    page.header.pause_button.click()
    page.leave()
    at(team, 13, 30)
    page.open(Route("synthese", synthese_id=opened.synthese.id))
    settle()
    assert page.header.tag.text() == "En pause"
    assert "suspendue depuis 12:32" in page.meeting.banner.title()
    at(team, 13, 40)
    page._on_tick()
    assert page.meeting.synthese.situation(who.sophie.id).minutes == 0


def test_that_what_a_decision_leads_to_is_opened_and_nothing_is_lost(
    page, desk, settle, stored, who
):
    page.go(who.sophie.id)
    card = page.meeting.discussion.decisions_card
    card.add_button.click()
    card.editor.kind.chips.chip("ORIENTATION").click()
    card.editor.done_button.click()
    card.rows()[0].act_button.click()
    assert desk.routes[-1] == Route("annuaire")
    page.leave()
    settle()
    mine = syntheses.open_synthese(desk.office, page.keeper.synthese.id).synthese
    assert [d.type for d in mine.situation(who.sophie.id).decisions] == ["ORIENTATION"]
