"""A fiche copied from paper, of another day, or moved to a later version, on its page."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import reference
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.changes_dialog import ChangesDialog
from microstructure_desktop.ui.pages.fiches.fiche_page import FichePage
from microstructure_desktop.ui.pages.fiches.upgrade_dialog import UpgradeDialog
from tests.services.cases import states
from tests.ui.desk import make_desk

from .conftest import FORM, JUNE


@pytest.fixture
def show(qtbot, team, theme):
    def shown(**params):
        desk = make_desk(team, theme, Role.PSYCHOLOGUE)
        page = FichePage(desk.context)
        qtbot.addWidget(page)
        page.resize(1216, 860)
        page.show()
        page.open(Route("fiche", **params))
        desk.settle()
        return page, desk

    return shown


def answer(page, item_id, value):
    page.form_view.show_group(page._opened.fiche.form.group_of(item_id).id)
    line = page.form_view.row(item_id)
    line.show_answer(value)
    line._on_answered(value)
    line._on_finished()


def test_that_a_sheet_to_copy_says_so_and_waits_for_its_own_date(show, patient, team):
    page, _ = show(patient_id=patient.id, form_id=FORM, papier=True)
    assert page.news.title() == "Saisie de rattrapage"
    assert "jour" not in page.form_view.answers
    page._complete()
    assert any("Date" in link.text() for link in page.summary.links())


def test_that_a_fiche_of_an_earlier_day_has_other_answers_before_it(show, patient, fiche_of_june):
    page, desk = show(patient_id=patient.id, form_id=FORM)
    assert page.changes_button.isVisible()
    answer(page, "jour", "2026-05-01")
    desk.settle()
    assert page._opened.fiche.precedentes == {}
    assert not page.changes_button.isVisible()
    assert not page.form_view.row("motivation").can_take_earlier()
    answer(page, "jour", "2026-06-03")
    desk.settle()
    assert page.form_view.row("motivation").can_take_earlier()


def test_that_the_last_answers_are_compared_on_demand(show, patient, fiche_of_june):
    page, _ = show(patient_id=patient.id, form_id=FORM)
    answer(page, "alliance", "FRAGILE")
    page.changes_button.click()
    assert page.findChild(ChangesDialog).summary.text().startswith("1\u00a0réponse a changé")


def test_that_moving_to_the_later_version_is_shown_then_done(show, team, fiche_of_june, qtbot):
    office = team.psychologue
    source = office.reference.forms.get(FORM).source
    version = office.reference.forms.get(FORM).version
    folder = office.home.formulaires
    folder.mkdir(parents=True, exist_ok=True)
    later = source.replace(f"version = {version}", f"version = {version + 1}", 1)
    later = later.replace('id = "alliance"', 'id = "entente"')
    (folder / "suivi.toml").write_text(later, encoding="utf-8")
    team.offices[Role.PSYCHOLOGUE] = replace(office, reference=reference.load(folder))
    page, desk = show(fiche_id=fiche_of_june.id)
    page.news.action_button.click()
    dialog = page.findChild(UpgradeDialog)
    qtbot.mouseClick(dialog.move_on, Qt.MouseButton.LeftButton)
    desk.settle()
    QApplication.processEvents()
    assert page._opened.fiche.form.version == version + 1
    assert not page.news.isVisible()
    assert "alliance" not in page.form_view.answers
    assert page.form_view.answers["motivation"] == "ACTION"
    page._complete()
    desk.settle()
    kept = states(desk.office, fiche_of_june.id)
    assert (kept[0].answers["alliance"], "alliance" in kept[-1].answers) == ("BONNE", False)
    assert kept[-1].complete
    assert date.fromisoformat(kept[-1].answers["jour"]) == JUNE


def test_that_an_audit_is_ten_digits_and_enter(show, team, patient, qtbot):
    page, desk = show(patient_id=patient.id, form_id="echelle_audit")
    grid = page.first_focus().editor
    qtbot.keyClicks(grid, "4123314222")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    desk.settle()
    with desk.office.store.read() as work:
        (made,) = work.fiches.of(patient.id)
    assert made.complete
    assert list(made.answers["audit"]["cotes"].values()) == [4, 1, 2, 3, 3, 1, 4, 2, 2, 2]


def test_that_an_answer_about_dying_is_not_passed_over_by_enter(show, patient, qtbot):
    page, desk = show(patient_id=patient.id, form_id="echelle_phq_9")
    grid = page.first_focus().editor
    qtbot.keyClicks(grid, "3012001030")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    desk.settle()
    assert page.summary.isVisible()
    assert page.form_view.row("alerte_suite").isVisible()
    with desk.office.store.read() as work:
        assert work.fiches.of(patient.id) == []
