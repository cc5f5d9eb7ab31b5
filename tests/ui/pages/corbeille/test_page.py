"""What was cancelled lately is listed, filtered, read and brought back."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import corbeille, dossiers
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.corbeille.page import CorbeillePage
from tests.cabinet import TODAY
from tests.services.cases import planned
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.notices = []
    made.context.events.notice_requested.connect(made.notices.append)
    yield made
    made.settle()


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def opened(desk, show):
    def opener(**params):
        page = show(CorbeillePage(desk.context), 1180, 760)
        page.open(Route("corbeille", **params))
        desk.settle()
        return page

    return opener


def cancelled(team, sophie, role=Role.PSYCHOLOGUE, jour=date(2026, 11, 12)):
    seance = team.seance(sophie.id, jour, role)
    corbeille.cancel(team[role], seance.id, "Saisie en double")
    return seance


def cells(page, at=0):
    model = page.model
    return [model.index(at, n).data() for n in range(model.columnCount())]


def test_that_nothing_cancelled_is_said_calmly(opened):
    page = opened()
    assert page.empty.isVisible()
    assert page.first_focus() is page.header.back_button
    assert a11y.problems(page) == []


def test_that_a_line_says_what_who_when_and_why(opened, team, sophie):
    cancelled(team, sophie)
    page = opened()
    assert cells(page) == [
        "Consultation psychologique du 12/11/2026 à 14:00",
        "LÉGENDE Sophie",
        "19/11/2026",
        "C. Modèle",
        "Saisie en double",
    ]
    assert page.first_focus() is page.table
    assert page.detail.text().endswith("du 12/11/2026 à 14:00 · Saisie en double")
    assert page.header.subtitle.text().endswith("1\u00a0élément")
    assert a11y.problems(page) == []


def test_that_it_comes_back_in_one_click_and_can_be_taken_back(opened, desk, team, sophie):
    cancelled(team, sophie)
    page = opened()
    page.restore_button.click()
    desk.settle()
    assert page.empty.isVisible()
    assert len(dossiers.dossier(desk.office, sophie.id).seances) == 1
    assert desk.notices[-1].text == "Élément rétabli"
    desk.notices[-1].on_action()
    desk.settle()
    assert len(page.model.rows()) == 1


def test_that_what_is_somebody_else_s_is_only_read(opened, desk, team, sophie):
    cancelled(team, sophie, Role.TRAVAILLEUR_SOCIAL)
    page = opened()
    assert not page.restore_button.isEnabled()
    assert "médecin" in page.restore_button.toolTip()
    page.history_button.click()
    desk.settle()
    assert page.findChild(HistoryDialog).isVisible()


def test_that_one_person_can_be_looked_for(opened, team, sophie):
    other = team.patient("Figurant", "Paul")
    cancelled(team, sophie)
    rdv = planned(team, other, TODAY)
    corbeille.cancel(team.psychologue, rdv.id, "Date erronée")
    page = opened(patient_id=sophie.id)
    assert [x.patient.id for x in page.model.rows()] == [sophie.id]
    page.who.set_value("")
    page.who.changed.emit("")
    assert len(page.model.rows()) == 2
    page.who.set_value(other.id)
    page.who.changed.emit(other.id)
    assert [x.entity for x in page.model.rows()] == [rdv.id]


def test_that_discretion_hides_the_names(opened, desk, team, sophie):
    cancelled(team, sophie)
    page = opened()
    desk.context.discretion.switch(on=True)
    assert "LÉGENDE" not in "".join(cells(page))
    assert "LÉGENDE" not in page.who.itemText(1)


def test_that_what_changes_elsewhere_is_shown(opened, desk, team, sophie):
    page = opened()
    cancelled(team, sophie)
    desk.context.worker.run(lambda _office: None)
    desk.settle()
    assert len(page.model.rows()) == 1


def test_that_a_refusal_is_said_and_the_list_read_again(opened, desk, team, sophie):
    seance = cancelled(team, sophie)
    page = opened()
    corbeille.restore(team.psychologue, seance.id)
    page.restore_button.click()
    desk.settle()
    assert desk.notices[-1].kind == "danger"
    assert "rien à rétablir" in desk.notices[-1].text
    assert page.model.rows() == ()


def test_that_the_arrow_goes_back(opened, desk):
    desk.context.navigator.go(Route("reglages"))
    desk.context.navigator.go(Route("corbeille"))
    opened().header.back_button.click()
    assert desk.context.navigator.current == Route("reglages")
