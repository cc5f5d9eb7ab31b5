"""The agenda of a week: read, walked, filled and emptied."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.agenda import words
from microstructure_desktop.ui.pages.agenda.page import AgendaPage
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui import a11y

KEY = Qt.Key


@pytest.fixture
def opened(show, desks, week):
    def opener(role=Role.PSYCHOLOGUE, **params):
        desk = desks(role)
        page = show(AgendaPage(desk.context), 1216, 860)
        page.desk = desk
        page.open(Route("agenda", **params))
        desk.settle()
        page.grid.setFocus(Qt.FocusReason.TabFocusReason)
        return page

    return opener


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.grid, key)
    page.desk.settle()


def dialog_of(page):
    return next(d for d in page.findChildren(AppointmentDialog) if d.isVisible())


def written(page):
    with page.desk.office.store.read() as work:
        return [(r.jour, r.heure) for r in work.rendez_vous.between(TODAY, date(2026, 12, 31))]


def test_that_one_s_own_week_comes_first(opened):
    page = opened()
    assert page.header.subtitle.text() == "Semaine du 16 au 21\xa0novembre\xa02026"
    assert page.member.currentText() == "Mes rendez-vous"
    assert page.first_focus() is page.grid
    assert len([s for s in page.grid._week[3] if s.rendez_vous]) == 1
    assert a11y.problems(page) == []


def test_that_the_reception_sees_everybody_and_may_choose_one(opened, team):
    page = opened(Role.SECRETARIAT)
    assert page.member.currentText() == "Toute l’équipe"
    assert len([s for s in page.grid._week[3] if s.rendez_vous]) == 2
    doctor = team.medecin.membre.id
    page.member.set_value(doctor)
    page.member.changed.emit(doctor)
    page.desk.settle()
    assert len([s for s in page.grid._week[3] if s.rendez_vous]) == 1


def test_that_weeks_are_turned_by_keys_and_buttons(opened):
    page = opened()
    press(page, KEY.Key_PageDown)
    assert page.grid._semaine.lundi == date(2026, 11, 23)
    page.after_button.click()
    page.before_button.click()
    page.before_button.click()
    page.before_button.click()
    page.desk.settle()
    assert page.grid._semaine.lundi == date(2026, 11, 9)
    page.today_button.click()
    page.desk.settle()
    assert page.grid._semaine.lundi == date(2026, 11, 16)


def test_that_a_day_opens_its_week(opened):
    assert opened(jour="2026-12-24").grid._semaine.lundi == date(2026, 12, 21)


def test_that_a_free_slot_is_given_with_the_keyboard_alone(opened, taper, people):
    page = opened()
    press(page, KEY.Key_Down, KEY.Key_Return)
    dialog = dialog_of(page)
    saisi = dialog.form.saisi()
    assert (saisi.jour, saisi.heure, saisi.duree) == (TODAY, time(14, 45), 45)
    taper(dialog.form.person.search, "bern")
    QTest.keyClick(dialog.form.person.search, KEY.Key_Return)
    QApplication.processEvents()
    page.desk.settle()
    QTest.keyClick(dialog.form.day, KEY.Key_Return)
    page.desk.settle()
    # the same person is with the doctor until 14:45: nothing speaks against it
    assert written(page) == [(TODAY, time(14)), (TODAY, time(14, 15)), (TODAY, time(14, 45))]
    assert words.hours(page.grid.current().plage) == "14:45 – 15:30"
    assert page.grid.current().rendez_vous.patient == people.luc


def test_that_an_appointment_is_cancelled_by_one_key_and_comes_back(opened):
    page = opened()
    press(page, KEY.Key_Delete)
    assert page.grid.current().rendez_vous is None
    assert page.desk.told[-1].text == "Rendez-vous annulé"
    page.desk.told[-1].on_action()
    page.desk.settle()
    assert page.grid.current().rendez_vous is not None


def test_that_enter_opens_what_can_be_done(opened, people):
    page = opened()
    press(page, KEY.Key_Return)
    menu = page.acts.menu
    assert menu.activeAction().text() == "Commencer la séance"
    QTest.keyClick(menu, KEY.Key_Return)
    assert page.desk.routes == [Route("seance", patient_id=people.sophie.id)]


def test_that_the_meeting_leads_to_the_meetings_of_who_attends_them(opened):
    page = opened()
    press(page, *[KEY.Key_Up] * 2, KEY.Key_Return)
    assert page.desk.routes == [Route("reunions")]
    reception = opened(Role.SECRETARIAT)
    press(reception, *[KEY.Key_Up] * 2, KEY.Key_Return)
    assert reception.desk.routes == []


def test_that_the_button_takes_where_the_keyboard_is_and_never_in_the_past(opened):
    page = opened()
    press(page, KEY.Key_Left)
    page.create_button.click()
    page.desk.settle()
    assert dialog_of(page).form.saisi().jour == TODAY
    dialog_of(page).reject()


def test_that_a_change_elsewhere_is_shown(opened, team, people):
    page = opened()
    planned(team, people.luc, TODAY, heure=time(16))
    page.desk.context.worker.run(lambda _office: None)
    page.desk.settle()
    assert len([s for s in page.grid._week[3] if s.rendez_vous]) == 2


def test_that_the_week_is_printed_with_initials_or_names(opened):
    page = opened()
    initials, names = page.print_menu.actions()
    for action, nominative in ((initials, False), (names, True)):
        action.trigger()
        page.desk.settle()
        preview = next(p for p in page.findChildren(PrintPreview) if p.isVisible())
        assert preview._document.nominatif is nominative
        page.leave()


def test_that_the_times_have_their_page(opened):
    page = opened()
    page.times_button.click()
    assert page.desk.routes == [Route("horaires")]


def test_that_a_refusal_is_said_on_the_page(opened):
    page = opened()
    page._on_failed(AccessDenied())
    assert page.banner.title() == AccessDenied.sentence


def test_that_a_small_window_holds_it(opened, theme):
    page = opened()
    theme.choose("clair", 150)
    assert page.minimumSizeHint().width() <= 1024 - 60
