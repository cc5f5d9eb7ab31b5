"""The day of the person at the keyboard."""

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import accueil
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.page import AccueilPage
from tests.cabinet import TODAY
from tests.factories import a_permanence, a_synthese
from tests.services.cases import as_role, planned, write
from tests.services.decided import a_decision, decided
from tests.ui import a11y
from tests.ui.desk import make_desk
from tests.ui.flashes import Flashes

TODAY_AT_MIDNIGHT = datetime(2026, 11, 19, tzinfo=UTC)


@pytest.fixture
def opened(show, team, theme):
    desks = []

    def opener(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(AccueilPage(desk.context), 1200, 800)
        page.desk = desk
        page.open(Route("accueil"))
        desk.settle()
        return page

    yield opener
    for desk in desks:
        desk.settle()


def test_that_the_day_is_told(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    assert page.title.text() == "Permanence du jeudi 19\u00a0novembre"
    assert page.greeting.text().startswith("Bonjour Claire — 1\u00a0rendez-vous")
    assert page.first_focus() is page.find_button
    assert a11y.problems(page) == []


def choose(page, *path):
    """In the menu of the first row, as a person does."""
    page.appointments.rows[0].more_button.click()
    menu = page.acts.menu
    for words in path[:-1]:
        menu = next(a for a in menu.actions() if a.text() == words).menu()
    next(a for a in menu.actions() if a.text() == path[-1]).trigger()
    page.acts.menu.close()
    page.desk.settle()


@pytest.fixture
def told():
    return []


def test_that_an_absence_is_noted_and_shown(opened, team, sophie, told):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    page.desk.context.events.notice_requested.connect(told.append)
    choose(page, "Absente, excusée")
    assert [n.text for n in told] == ["Absence notée"]
    assert page.appointments.rows[0].button.text() == "Replanifier"
    told[0].on_action()
    page.desk.settle()
    assert page.appointments.rows[0].button.text() == "Commencer"


def test_that_an_appointment_is_cancelled_with_its_reason_and_comes_back(
    opened, team, sophie, told
):
    rdv = planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    page.desk.context.events.notice_requested.connect(told.append)
    choose(page, "Annuler le rendez-vous", "À la demande de la personne")
    assert page.appointments.rows == []
    assert told[-1].text == "Rendez-vous annulé"
    with page.desk.office.store.read() as work:
        (voided,) = work.undoing.since(TODAY_AT_MIDNIGHT)
    assert voided.reason == "À la demande de la personne"
    told[-1].on_action()
    page.desk.settle()
    assert page.appointments.rows[0].line.rendez_vous == rdv


def test_that_an_absence_is_two_clicks(opened, team, sophie, qtbot):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened()
    qtbot.mouseClick(page.appointments.rows[0].more_button, Qt.MouseButton.LeftButton)
    menu = page.acts.menu
    missed = next(a for a in menu.actions() if a.text() == "Absente, sans prévenir")
    place = menu.actionGeometry(missed).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    page.desk.settle()
    assert page.appointments.rows[0].button.text() == "Replanifier"


def test_that_planning_again_asks_for_the_day(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(14))
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_EXCUSE)
    page = opened()
    page.appointments.rows[0].button.click()
    dialog = page.findChild(AppointmentDialog)
    saisi = dialog.form.saisi()
    assert (saisi.patient, saisi.jour) == (sophie.id, None)
    dialog.reject()


def test_that_a_free_slot_opens_an_appointment_at_its_hour(opened, team):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    page = opened()
    page.appointments.strip.slots[2].click()
    page.desk.settle()
    dialog = page.findChild(AppointmentDialog)
    saisi = dialog.form.saisi()
    assert (saisi.jour, saisi.heure, saisi.duree) == (TODAY, time(15, 30), 45)
    assert saisi.membre == team.psychologue.membre.id
    dialog.reject()


def test_that_the_day_is_finished_when_it_is_over_or_on_demand(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(15), duree=45)
    page = opened()
    assert not page.end.isVisible()
    page.appointments.end_button.click()
    page.desk.settle()
    assert page.end.isVisible()
    page.leave()
    page.open(Route("accueil"))
    page.desk.settle()
    assert not page.end.isVisible()
    team.clock.set(TODAY, time(15, 45))
    page.open(Route("accueil"))
    page.desk.settle()
    assert page.end.isVisible()
    page.end.list.lines()[0].click()
    assert page.desk.routes[-1] == Route("seance", patient_id=sophie.id)


def test_that_the_week_of_the_team_is_turned(opened, team):
    page = opened()
    assert page.team_week.dates.text() == "16 – 20\xa0novembre"
    page.team_week.after_button.click()
    page.desk.settle()
    assert page.team_week.dates.text() == "23 – 27\xa0novembre"


def test_that_a_change_elsewhere_is_shown_unless_the_page_is_hidden(opened, team, sophie):
    page = opened()
    planned(team, sophie, TODAY, heure=time(15))
    page.desk.context.worker.run(lambda _office: None)
    page.desk.settle()
    assert len(page.appointments.rows) == 1
    page.hide()
    planned(team, sophie, TODAY, heure=time(16))
    page.desk.context.worker.run(lambda _office: None)
    page.desk.settle()
    assert len(page.appointments.rows) == 1


def test_that_keys_lead_to_people(opened):
    page = opened()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_N, both)
    assert page.desk.routes == [Route("patients"), Route("patients", nouveau="")]


def test_that_a_failure_is_said_on_the_page(opened):
    page = opened(Role.SECRETARIAT)
    page._on_failed(AccessDenied())
    assert page.banner.title() == "Votre rôle ne permet pas cette action."


def test_that_the_reception_welcomes_everybody_and_reads_no_care(opened, team, sophie):
    planned(team, sophie, TODAY, heure=time(15))
    page = opened(Role.SECRETARIAT)
    assert page.title.text() == "Jeudi 19\u00a0novembre"
    page.appointments.rows[0].button.click()
    page.desk.settle()
    assert page.appointments.rows[0].button.text() == "Pas encore là"
    assert not page.tasks.isVisible()
    assert not page.news.isVisible()
    assert not page.end.isVisible()
    assert not page.meeting.isVisible()
    assert page.waits.isVisible()
    assert page.create_button.isVisible()
    assert page.figures.isVisible()
    assert a11y.problems(page) == []


def shown_to(page):
    cards = {
        "appointments": page.appointments,
        "news": page.news,
        "week": page.team_week,
        "figures": page.figures,
        "start": page.start,
        "tasks": page.tasks,
        "waits": page.waits,
        "meeting": page.meeting,
        "export": page.export,
    }
    return {name for name, card in cards.items() if card.isVisible()}


def test_that_each_role_has_its_page(opened, team, sophie):
    team.seance(sophie.id, date(2026, 10, 6))
    write(team, "syntheses", a_synthese(jour=date(2026, 11, 26)))
    team.offices[Role.COORDINATION] = as_role(team.medecin, Role.COORDINATION)
    carer = {"appointments", "news", "week", "figures", "tasks", "meeting", "export"}
    assert shown_to(opened(Role.PSYCHOLOGUE)) == carer
    assert shown_to(opened(Role.MEDECIN)) == carer | {"start", "waits"}
    assert shown_to(opened(Role.PSYCHIATRE)) == (carer | {"waits"}) - {"export"}
    assert shown_to(opened(Role.SECRETARIAT)) == {
        "appointments", "week", "figures", "waits", "meeting",
    }  # fmt: skip
    assert shown_to(opened(Role.COORDINATION)) == {"meeting", "export"}


def test_that_what_a_meeting_asked_is_there_until_it_is_done(opened, team, sophie):
    decided(team, sophie, a_decision())
    assert not opened(Role.SECRETARIAT).decided.isVisible()
    page = opened()
    assert page.decided.isVisible()
    page.decided.shared.lines()[0].name_button.click()
    assert page.desk.routes[-1] == Route("dossier", patient_id=sophie.id)
    page.decided.shared.lines()[0].done_button.click()
    page.desk.settle()
    assert not page.decided.isVisible()
    page.desk.context.undo.undo()
    page.desk.settle()
    assert page.decided.isVisible()


def test_that_what_waits_leads_where_it_is_done(opened, team, sophie):
    page = opened()
    (line,) = page.tasks.lines()
    line.click()
    (found,) = accueil.accueil(team.psychologue).taches
    assert page.desk.routes[-1] == Route("fiche", patient_id=sophie.id, form_id=found.cible)


@pytest.mark.parametrize("role", [Role.PSYCHOLOGUE, Role.MEDECIN, Role.SECRETARIAT])
def test_that_no_part_stands_up_as_a_window(opened, team, sophie, role):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, sophie, TODAY, heure=time(15))
    page = opened(role)
    with Flashes() as flashes:
        page.open(Route("accueil"))
        page.desk.settle()
        page.appointments.add_button.click()
        page.desk.settle()
    page.findChild(AppointmentDialog).reject()
    assert flashes.found == []


def walked(page, most=30):
    """Where Tab leads from the first widget of the page, until it comes back."""
    first = here = page.create_button
    found = []
    for _ in range(most):
        found.append(here)
        here.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is first:
            return found
    raise AssertionError(found)


def test_that_tab_follows_what_is_seen(opened, team, sophie):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, sophie, TODAY, heure=time(15))
    team.seance(sophie.id, TODAY, Role.MEDECIN)
    page = opened()
    QApplication.processEvents()  # what was just made is shown
    row = page.appointments.rows[0]
    assert walked(page) == [
        page.create_button,
        page.find_button,
        page.appointments.end_button,
        page.appointments.add_button,
        *page.appointments.strip.slots,
        row.name_button,
        row.button,
        row.more_button,
        *page.news.list.lines(),
        page.team_week.before_button,
        page.team_week.after_button,
        *page.tasks.lines(),
        page.meeting.button,
    ]
