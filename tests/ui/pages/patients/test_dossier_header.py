"""The band on top of a record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import corbeille, dossiers, patients
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.dossier_header import SESSIONS, DossierHeader
from tests.cabinet import TODAY
from tests.services.merges import joined
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def header(show, desk, sophie):
    made = DossierHeader(desk.context)
    made.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    return show(made, 900, 116)


def test_that_the_person_is_unmistakable(header):
    assert header.title.text() == "LÉGENDE Sophie"
    assert "14/05/1992" in header.subtitle.text()
    assert header.tag.text() == "Suivi en cours"
    assert a11y.problems(header) == []


def test_that_ctrl_n_begins_a_session(qtbot, header, sophie):
    with qtbot.waitSignal(header.route_chosen) as chosen:
        QTest.keyClick(header, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [Route("seance", patient_id=sophie.id)]


def test_that_ctrl_e_asks_for_a_scale(qtbot, header):
    with qtbot.waitSignal(header.score_clicked):
        QTest.keyClick(header, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_that_the_menu_offers_what_is_possible(qtbot, desk, header, sophie):
    assert header.close_action.isVisible()
    assert not header.include_action.isVisible()
    with qtbot.waitSignal(header.route_chosen) as chosen:
        header.close_action.trigger()
    assert chosen.args == [Route("dossier", patient_id=sophie.id, formulaire="sortie")]
    (episode,) = dossiers.dossier(desk.office, sophie.id).inclusions
    patients.close(desk.office, episode.id, fin=TODAY, motif="DECES")
    header.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    assert header.include_action.isVisible()
    assert not header.close_action.isVisible()


def test_that_the_menu_opens_under_its_button(header):
    header.menu_button.click()
    assert header.menu.isVisible()
    header.menu.close()


def test_that_arrows_change_the_part_shown(qtbot, header):
    tab = header.tabs.tab(header.tabs.current())
    with qtbot.waitSignal(header.tab_chosen) as chosen:
        QTest.keyClick(tab, Qt.Key.Key_Right)
    assert chosen.args == [SESSIONS]


def test_that_a_discreet_screen_names_nobody(desk, header):
    desk.context.discretion.switch(on=True)
    assert header.title.text() == "S.\xa0L."
    assert header.subtitle.text().startswith("34\xa0ans · dossier n°\xa00001")


def test_that_the_history_of_the_person_and_of_the_episode_is_two_clicks_away(desk, header):
    for action, entity in (
        (header.identity_history, header._dossier.patient.id),
        (header.inclusion_history, header._dossier.inclusion.id),
    ):
        action.trigger()
        desk.settle()
        dialog = header.findChildren(HistoryDialog)[-1]
        assert dialog.isVisible()
        assert dialog.choice.count() == 1
        assert header.acts.historian._asked == entity
        dialog.accept()


def test_that_what_was_cancelled_about_the_person_is_one_click_away(qtbot, header, sophie):
    with qtbot.waitSignal(header.route_chosen) as chosen:
        header.cancelled_action.trigger()
    assert chosen.args == [Route("corbeille", patient_id=sophie.id)]


def test_that_an_episode_opened_by_mistake_is_cancelled(desk, header, team, sophie):
    assert header.cancel_inclusion.isVisible()
    header.cancel_inclusion.trigger()
    dialog = header.acts.cancelling.dialog
    assert dialog.accept_button.text() == "Annuler cette inclusion"
    dialog.reject()
    episode = dossiers.dossier(desk.office, sophie.id).inclusion
    corbeille.cancel(team.medecin, episode.id, "Date erronée")
    header.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    assert not header.cancel_inclusion.isVisible()
    assert not header.inclusion_history.isVisible()


def test_that_who_opened_the_record_is_two_clicks_away(qtbot, desk, header, sophie, team, theme):
    assert header.log_action.text() == "Mes accès à ce dossier"
    with qtbot.waitSignal(header.route_chosen) as chosen:
        header.menu_button.click()
        header.log_action.trigger()
    assert chosen.args == [Route("journal", patient_id=sophie.id)]
    header.menu.close()
    doctors = DossierHeader(make_desk(team, theme, Role.MEDECIN).context)
    qtbot.addWidget(doctors)
    assert doctors.log_action.text() == "Qui a ouvert ce dossier\u00a0?"
    assert doctors.log_action.isVisible()


def test_that_a_doctor_alone_is_asked_whether_to_erase(qtbot, header, sophie, team, theme):
    assert not header.erase_action.isVisible()
    desk = make_desk(team, theme, Role.MEDECIN)
    doctors = DossierHeader(desk.context)
    qtbot.addWidget(doctors)
    doctors.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    with qtbot.waitSignal(doctors.route_chosen) as chosen:
        doctors.erase_action.trigger()
    assert chosen.args == [Route("conservation", effacer=sophie.id)]


def test_that_two_records_are_joined_and_separated_by_who_may(qtbot, desk, header, sophie, team):
    assert not header.separate_action.isVisible()
    with qtbot.waitSignal(header.route_chosen) as chosen:
        header.join_action.trigger()
    assert chosen.args == [Route("fusion", garde=sophie.id)]
    joined(team, sophie, team.patient("Legende", programme=None, debut=None))
    header.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    with qtbot.waitSignal(header.route_chosen) as chosen:
        header.separate_action.trigger()
    assert chosen.args == [Route("separation", patient_id=sophie.id)]


def test_that_only_a_doctor_reaches_the_requests_of_the_person(
    qtbot, show, team, theme, desk, header, sophie
):
    assert not header.requests_action.isVisible()  # a psychologist
    doctor = DossierHeader(make_desk(team, theme, Role.MEDECIN).context)
    doctor.show_dossier(dossiers.dossier(desk.office, sophie.id), TODAY)
    show(doctor, 900, 116)
    assert doctor.requests_action.isVisible()
    with qtbot.waitSignal(doctor.route_chosen) as chosen:
        doctor.requests_action.trigger()
    assert chosen.args == [Route("demande", patient_id=sophie.id)]
