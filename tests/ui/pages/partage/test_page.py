"""« Ce qui part » shows the very rows, then writes exactly them."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.partage.page import PartagePage
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.services.cases import as_role
from tests.services.mois import agreed, sealed
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    """October: six people met the psychologist once, one of them did not come a second time."""
    for rank in range(6):
        patient = team.patient(f"Figurant{rank}")
        team.seance(patient.id, date(2026, 10, 8 + rank), duree=45, lieu="CABINET")
    team.seance(patient.id, date(2026, 10, 22), issue=Issue.ABSENT_EXCUSE)
    agreed(team)
    made = make_desk(team, theme, Role.MEDECIN)
    yield made
    made.context.worker.drain()


@pytest.fixture
def page(qtbot, desk):
    made = PartagePage(desk.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.open(Route("partage", mois="2026-10"))
    qtbot.waitUntil(lambda: made._depart is not None)
    return made


def words(page):
    return [x.text() for kind in (Label, Paragraph) for x in page.findChildren(kind)]


def test_that_every_row_is_shown_in_words_with_its_value(page):
    shown = words(page)
    assert "Psychologue · entretiens individuels au cabinet" in shown
    assert "6 · 270\u00a0min" in shown
    assert "Psychologue · rendez-vous non honorés au cabinet" in shown
    assert shown.count("6") >= 1
    assert "Personnes vues dans le mois" in shown
    assert not [w for w in shown if "Figurant" in w]


def test_that_the_folder_receives_what_was_shown_and_it_is_remembered(qtbot, page, team, tmp_path):
    stick = tmp_path / "clé USB"
    stick.mkdir()
    page.write_to(stick)
    qtbot.waitUntil(lambda: "Déjà remis" in page.band.tag.text())
    (written,) = stick.iterdir()
    assert written.read_bytes() == sealed(team, page._depart.envoi.paquet)
    assert any(page._depart.envoi.paquet[:8] in w for w in words(page))


def test_that_a_folder_that_refuses_is_said_and_nothing_is_remembered(qtbot, page, tmp_path):
    page.write_to(tmp_path / "absent")
    qtbot.waitUntil(lambda: bool(page.problem.title()))
    assert not list(tmp_path.glob("*.msma"))
    assert page.write_button.isEnabled()


def test_that_before_any_activity_the_page_says_what_will_come(qtbot, team, theme):
    desk = make_desk(team, theme, Role.MEDECIN)
    page = PartagePage(desk.context)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("partage"))
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.write_button.isVisible()


def test_that_last_month_is_shown_first_and_another_can_be_chosen(qtbot, page):
    assert page.month.value() == "2026-10"
    page.month.set_value("2026-11")
    page.month.changed.emit("2026-11")
    qtbot.waitUntil(lambda: str(page._depart.mois) == "2026-11")
    assert page.band.tag.text() == "À vérifier"


def test_that_everything_on_it_has_a_name(qtbot, page):
    qtbot.waitUntil(lambda: a11y.problems(page) == [])


def test_that_the_tables_of_the_team_are_near_for_who_may_take_them(page, desk, team, theme, qtbot):
    page.tables.click()
    assert desk.routes[-1] == Route("tableaux")
    team.offices[Role.COORDINATION] = as_role(team.medecin, Role.COORDINATION)
    counting = make_desk(team, theme, Role.COORDINATION)
    other = PartagePage(counting.context)
    qtbot.addWidget(other)
    other.show()
    assert not other.tables.isVisible()
