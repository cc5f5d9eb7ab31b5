"""An appointment is taken from any page, with its questions above the buttons."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import rendez_vous
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.appointment_wish import Wish, wish_to_move
from tests.factories import an_absence
from tests.services.cases import planned, write
from tests.ui import a11y
from tests.ui.desk import make_desk

NEXT = date(2026, 11, 26)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def opened(show, team, theme):
    """Open the dialog as one role over a page; `told` collects what the window says."""
    desks = []

    def opener(wish, role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        desk.told = []
        desk.context.events.notice_requested.connect(desk.told.append)
        desk.page = show(QWidget(), 900, 700)
        dialog = AppointmentDialog(desk.page, desk.context, wish)
        dialog.open()
        desk.settle()
        return desk, dialog

    yield opener
    for desk in desks:
        desk.settle()


def written(team):
    with team.medecin.store.read() as work:
        return work.rendez_vous.all()


def test_that_a_prefilled_appointment_is_taken_and_undone(opened, team, sophie):
    desk, dialog = opened(Wish(sophie.id, sophie, jour=NEXT, heure=time(14)))
    assert a11y.problems(dialog) == []
    assert dialog.form.first() is dialog.form.day
    dialog.accept_button.click()
    desk.settle()
    (made,) = written(team)
    assert (made.patient, made.jour, made.heure, made.duree) == (sophie.id, NEXT, time(14), 45)
    assert made.membre == team.psychologue.membre.id
    assert desk.told[-1].text == "Rendez-vous pris le jeu.\xa026\xa0nov. à 14:00"
    desk.told[-1].on_action()
    desk.settle()
    assert written(team) == []


def test_that_what_is_missing_is_said_at_its_field(opened, team):
    desk, dialog = opened(Wish())
    dialog.accept_button.click()
    desk.settle()
    wrong = [name for name, field in dialog.form.fields.items() if field.error_text]
    assert wrong == ["patient", "jour", "heure"]
    assert dialog.isVisible()
    assert dialog.form.first() is dialog.form.person.search


def test_that_a_clash_is_a_question_and_another_hour_another_one(opened, team, sophie, taper):
    psy = team.psychologue.membre.id
    write(team, "absences", an_absence(membre=psy, du=NEXT, au=NEXT))
    desk, dialog = opened(Wish(sophie.id, sophie, jour=NEXT, heure=time(14)))
    dialog.accept_button.click()
    desk.settle()
    assert dialog.banner.title() == "Garder ce rendez-vous\xa0?"
    assert dialog.accept_button.text() == "Garder ainsi"
    assert written(team) == []
    dialog.form.hour.clear()
    taper(dialog.form.hour, "15h")
    assert dialog.accept_button.text() == "Prendre le rendez-vous"
    assert dialog.banner.title() == ""
    dialog.accept_button.click()
    desk.settle()
    assert (written(team), dialog.accept_button.text()) == ([], "Garder ainsi")
    dialog.accept_button.click()
    desk.settle()
    assert [r.heure for r in written(team)] == [time(15)]


def test_that_the_reception_chooses_the_professional(opened, team, sophie):
    desk, dialog = opened(Wish(sophie.id, sophie, jour=NEXT, heure=time(9)), Role.SECRETARIAT)
    dialog.form.duration.setText("30")
    dialog.accept_button.click()
    desk.settle()
    assert dialog.form.fields["membre"].error_text == "Choisissez le professionnel."
    social = team.travailleur_social.membre.id
    dialog.form.member.set_value(social)
    dialog.form.member.changed.emit(social)
    dialog.accept_button.click()
    desk.settle()
    assert [r.membre for r in written(team)] == [social]


def test_that_an_appointment_is_moved_by_two_weeks(opened, team, sophie, qtbot):
    rdv = planned(team, sophie, NEXT, heure=time(14), duree=45, entourage=True, precision="sœur")
    desk, dialog = opened(wish_to_move(rdv, sophie))
    assert not dialog.form.person.change_button.isVisible()
    dialog.form.delays.chip("14").click()
    qtbot.keyClick(dialog.form.day, Qt.Key.Key_Return)
    desk.settle()
    (moved,) = written(team)
    assert (moved.id, moved.jour, moved.heure) == (rdv.id, date(2026, 12, 10), time(14))
    assert (moved.entourage, moved.precision) == (True, "sœur")
    assert desk.told[-1].text == "Rendez-vous déplacé au jeu.\xa010\xa0déc. à 14:00"


def test_that_a_series_is_told_by_its_number(opened, team, sophie):
    desk, dialog = opened(Wish(sophie.id, sophie, jour=NEXT, heure=time(14)))
    dialog.form.rhythm.set_value("2")
    dialog.form.rhythm.changed.emit("2")
    dialog.form.times.setText("3")
    dialog.accept_button.click()
    desk.settle()
    assert [r.jour for r in written(team)] == [NEXT, date(2026, 12, 10), date(2026, 12, 24)]
    assert desk.told[-1].text.startswith("3\xa0rendez-vous pris, dès le jeu.")


def test_that_a_refusal_is_said_and_nothing_is_lost(opened, team, sophie):
    rdv = planned(team, sophie, NEXT, heure=time(14))
    desk, dialog = opened(wish_to_move(rdv, sophie))
    rendez_vous.annuler(desk.office, rdv.id)
    dialog.accept_button.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.banner.title() != ""
    assert dialog.accept_button.isEnabled()
