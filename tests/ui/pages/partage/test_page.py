"""« Ce qui part » shows the very rows, one sentence, and one thing to do."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import envois
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.partage.page import PartagePage
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.services.cases import as_role
from tests.services.conventions import coded
from tests.services.mois import OCTOBRE, agreed
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def month(team):
    """October: six people met the psychologist once, one of them did not come a second time."""
    for rank in range(6):
        patient = team.patient(f"Figurant{rank}")
        team.seance(patient.id, date(2026, 10, 8 + rank), duree=45, lieu="CABINET")
    team.seance(patient.id, date(2026, 10, 22), issue=Issue.ABSENT_EXCUSE)
    return team


def opened(qtbot, team, theme, role=Role.MEDECIN, **route):
    desk = make_desk(team, theme, role)
    made = PartagePage(desk.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.open(Route("partage", **route))
    desk.settle()
    return made, desk


@pytest.fixture
def there(qtbot, month, theme):
    agreed(month)
    return opened(qtbot, month, theme, mois="2026-10")


@pytest.fixture
def page(there):
    return there[0]


def words(page):
    return [x.text() for kind in (Label, Paragraph) for x in page.findChildren(kind)]


def test_that_every_row_is_shown_in_words_with_its_value(page):
    shown = words(page)
    assert "Psychologue · entretiens individuels au cabinet" in shown
    assert "6 · 270\xa0min" in shown
    assert "Psychologue · rendez-vous non honorés au cabinet" in shown
    assert "Personnes vues dans le mois" in shown
    assert not [w for w in shown if "Figurant" in w]


def test_that_one_button_seals_and_the_page_says_so(qtbot, there, tmp_path):
    page, desk = there
    assert (page.band.tag.text(), page.main_button.text()) == (
        "Prêt",
        "Sceller et écrire sur la clé",
    )
    page.acts.write_to(tmp_path)
    qtbot.waitUntil(lambda: page.band.tag.text() == "À remettre")
    assert page.main_button.text() == "Clé remise"
    assert list(tmp_path.glob("*.msma"))
    page.main_button.click()
    qtbot.waitUntil(lambda: page.band.tag.text() == "Remis")
    assert not page.main_button.isVisible()
    desk.settle()


def test_that_a_folder_that_refuses_is_said_in_the_page(qtbot, page, tmp_path):
    page.acts.write_to(tmp_path / "absent")
    qtbot.waitUntil(lambda: bool(page.problem.title()))
    qtbot.waitUntil(lambda: page.band.tag.text() == "En attente")
    assert page.main_button.isEnabled()


def test_that_before_a_convention_the_page_is_a_preview_that_leads_to_it(qtbot, month, theme):
    coded(month.medecin)
    page, desk = opened(qtbot, month, theme, mois="2026-10")
    assert page.band.tag.text() == "Aperçu seulement"
    assert "6 · 270\xa0min" in words(page)
    page.main_button.click()
    assert desk.routes[-1] == Route("echanges")


def test_that_without_a_code_the_button_leads_to_the_settings(qtbot, month, theme):
    agreed(month)
    coded(month.medecin, structure="")
    page, desk = opened(qtbot, month, theme, mois="2026-10")
    page.main_button.click()
    assert desk.routes[-1] == Route("reglages", carte="cabinet")


def test_that_before_any_activity_the_page_says_what_will_come(qtbot, team, theme):
    page, _ = opened(qtbot, team, theme)
    assert page.empty.isVisible()
    assert not page.main_button.isVisible()


def test_that_last_month_is_shown_first_and_another_can_be_chosen(qtbot, page):
    assert page.month.value() == "2026-10"
    page.month.set_value("2026-11")
    page.month.changed.emit("2026-11")
    qtbot.waitUntil(lambda: page.band.tag.text() == "Mois en cours")
    assert not page.main_button.isVisible()


def test_that_it_follows_what_others_do(qtbot, there):
    page, desk = there
    desk.context.worker.run(lambda office: envois.sceller(office, OCTOBRE))
    qtbot.waitUntil(lambda: page.band.tag.text() == "Scellé")
    page.state.cancel_button.click()
    qtbot.waitUntil(lambda: page.band.tag.text() == "Prêt")
    desk.settle()


def test_that_who_only_reads_hands_nothing_over(qtbot, month, theme):
    agreed(month)
    page, _ = opened(qtbot, month, theme, Role.PSYCHOLOGUE, mois="2026-10")
    assert not page.main_button.isVisible()
    assert "médecin ou à la coordination" in page.band.subtitle.text()


def test_that_everything_on_it_has_a_name(qtbot, page):
    qtbot.waitUntil(lambda: a11y.problems(page) == [])


def test_that_what_is_near_can_be_reached(qtbot, there, month, theme):
    page, desk = there
    page.tables.click()
    assert desk.routes[-1] == Route("tableaux")
    page.agreement.click()
    assert desk.routes[-1] == Route("echanges")
    month.offices[Role.COORDINATION] = as_role(month.medecin, Role.COORDINATION)
    other, _ = opened(qtbot, month, theme, Role.COORDINATION)
    assert not other.tables.isVisible()
