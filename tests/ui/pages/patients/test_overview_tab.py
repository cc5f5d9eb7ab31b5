"""The first tab: alerts, story, forfait, questions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services import dossiers
from microstructure_desktop.services.chronologie import chronologie
from microstructure_desktop.services.doublons import doublons
from microstructure_desktop.services.trajectoire import trajectoire
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.overview_tab import OverviewTab
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow
from tests.services.cases import asked, planned
from tests.services.decided import a_decision, decided
from tests.services.plans import planned_care
from tests.services.trajectories import AUDIT_9, AUDIT_24, MARCH, OCTOBER, scored
from tests.ui import a11y


@pytest.fixture
def tab(show, desk):
    return show(OverviewTab(desk.context), 900, 700)


def moving(desk, patient):
    """What the record shows beside the dossier and the homonyms."""
    office = desk.office
    return trajectoire(office, patient.id), chronologie(office, patient.id)


def test_that_everything_about_the_person_is_there(desk, team, tab, followed):
    asked(team, followed, "Relais ?")
    tab.show_dossier(dossiers.dossier(desk.office, followed.id), (), *moving(desk, followed))
    assert len(tab.findChildren(TimelineRow)) == 6
    assert [b.title() for b in tab.alerts.banners()] == ["Fiche psychologique de suivi à compléter"]
    assert tab.questions.isVisible()
    assert a11y.problems(tab) == []


def test_that_a_record_says_where_it_is_in_its_time(desk, tab, followed):
    shown = dossiers.dossier(desk.office, followed.id)
    tab.show_dossier(shown, (), *moving(desk, followed))
    assert tab.kept.isHidden()
    tab.show_dossier(
        replace(shown, conservation="Dernier acte le 03/02/2024."), (), *moving(desk, followed)
    )
    assert tab.kept.isVisible()


def test_that_what_meetings_decided_is_above_the_rest(desk, team, tab, sophie):
    decided(team, sophie, a_decision())
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id), (), *moving(desk, sophie))
    (line,) = tab.decided.list.lines()
    assert line.decidee.action.decision.texte == "Bilan sanguin"


def test_that_including_is_one_click_away(qtbot, desk, team, tab):
    outside = team.patient(programme=None, debut=None)
    tab.show_dossier(dossiers.dossier(desk.office, outside.id), (), *moving(desk, outside))
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        tab.alerts.banners()[0].action_button.click()
    assert chosen.args == [Route("dossier", patient_id=outside.id, formulaire="inclusion")]


def test_that_another_person_is_read_from_the_top(desk, team, tab, followed):
    tab.show_dossier(dossiers.dossier(desk.office, followed.id), (), *moving(desk, followed))
    bar = tab._body.verticalScrollBar()
    bar.setRange(0, 400)
    bar.setValue(300)
    tab.show_dossier(dossiers.dossier(desk.office, followed.id), (), *moving(desk, followed))
    assert bar.value() == 300
    other = team.patient("Autre", "Jean")
    tab.show_dossier(dossiers.dossier(desk.office, other.id), (), *moving(desk, other))
    assert bar.value() == 0


def test_that_the_last_scale_is_beside_the_story(qtbot, desk, team, tab, followed):
    tab.show_dossier(dossiers.dossier(desk.office, followed.id), (), *moving(desk, followed))
    assert not tab.echelle.isVisible()
    scored(team, followed, MARCH, *AUDIT_24)
    scored(team, followed, OCTOBER, *AUDIT_9)
    tab.show_dossier(dossiers.dossier(desk.office, followed.id), (), *moving(desk, followed))
    assert tab.echelle.isVisible()
    assert a11y.problems(tab) == []
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        tab.echelle.more_button.click()
    assert chosen.args == [Route("dossier", patient_id=followed.id, onglet="evolution")]


def test_that_a_discreet_screen_tells_no_homonym_by_name(desk, team, tab, followed):
    team.patient("Légende", "Sofie")
    known = doublons(desk.office, "Légende", "Sophie", followed.naissance, followed.id)
    dossier = dossiers.dossier(desk.office, followed.id)
    tab.show_dossier(dossier, known, *moving(desk, followed))
    desk.context.discretion.switch(on=True)
    assert tab.alerts.banners()[0].title() == "À ne pas confondre avec S.\xa0L."


def test_that_scrolling_builds_the_story_a_screen_ahead(desk, team, tab, sophie):
    for n in range(40):
        planned(team, sophie, date(2026, 10, 30) - timedelta(days=n))
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id), (), *moving(desk, sophie))
    assert len(tab.parcours.rows) == 15
    bar = tab._body.verticalScrollBar()
    bar.setValue(1)
    assert len(tab.parcours.rows) == 15
    for _ in range(5):
        QApplication.processEvents()
        bar.setValue(bar.maximum())
    assert len(tab.parcours.rows) == 41


def test_that_arrows_bring_the_event_on_screen(desk, tab, team, sophie):
    for n in range(14):
        planned(team, sophie, date(2026, 10, 30) - timedelta(days=n))
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id), (), *moving(desk, sophie))
    QApplication.processEvents()
    tab.parcours.rows[0].setFocus()
    QTest.keyClick(tab.parcours.rows[0], Qt.Key.Key_End)
    assert not tab.parcours.rows[-1].visibleRegion().isEmpty()


def test_that_the_plan_is_one_click_away(qtbot, desk, team, tab, sophie):
    planned_care(team, sophie)
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id), (), *moving(desk, sophie))
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        tab.plan.open_button.click()
    assert chosen.args == [Route("dossier", patient_id=sophie.id, onglet="plan")]
