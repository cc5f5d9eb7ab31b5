"""What moves over time, read, scored again and printed from one tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import dossiers
from microstructure_desktop.services.trajectoire import trajectoire
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.evolution_tab import EvolutionTab
from microstructure_desktop.ui.pages.patients.scale_chooser import ScaleChooser
from tests.services.trajectories import AUDIT_9, AUDIT_24, MARCH, OCTOBER, scored
from tests.ui import a11y


@pytest.fixture
def tab(show, desk):
    return show(EvolutionTab(desk.context), 900, 640)


def reload(tab, desk, patient):
    office = desk.office
    tab.show_dossier(dossiers.dossier(office, patient.id), trajectoire(office, patient.id))


@pytest.fixture
def measured(tab, desk, team, sophie):
    scored(team, sophie, MARCH, *AUDIT_24)
    last = scored(team, sophie, OCTOBER, *AUDIT_9)
    reload(tab, desk, sophie)
    return last


def titles(tab):
    return [serie.titre for serie in tab.model.rows()]


def card(tab):
    return tab.reading.itemAt(0).widget()


def test_that_the_first_series_is_drawn_beside_the_list(tab, measured):
    assert titles(tab)[:2] == ["AUDIT", "Consommation · AUDIT"]
    assert card(tab).title.text() == "AUDIT"
    assert a11y.problems(tab) == []


def test_that_arrows_draw_another_one(tab, measured):
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Down)
    assert card(tab).title.text() == "Consommation · AUDIT"


def test_that_a_reload_keeps_what_is_looked_at(tab, desk, team, sophie, measured):
    tab.choose("audit/1/dependance")
    before = card(tab)
    reload(tab, desk, sophie)
    assert card(tab) is before
    scored(team, sophie, MARCH.replace(month=6), *AUDIT_24)
    reload(tab, desk, sophie)
    assert card(tab).title.text() == "Dépendance · AUDIT"
    assert card(tab).model.rowCount() == 3


def test_that_nothing_measured_shows_the_first_step(qtbot, tab, desk, sophie):
    reload(tab, desk, sophie)
    assert tab.empty._title.text() == "Pas encore de mesure"
    assert tab.empty._text.text() == "Une échelle ou une fiche en donnera."
    tab.empty.action_button.click()
    chooser = tab.findChild(ScaleChooser)
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        chooser.chosen.emit("echelle_audit")
    assert chosen.args == [Route("fiche", patient_id=sophie.id, form_id="echelle_audit")]
    chooser.close()


def test_that_a_scale_is_scored_from_here(tab, measured):
    tab.score_button.click()
    chooser = tab.findChild(ScaleChooser)
    assert chooser.model.rows()[0].id == "echelle_audit"
    chooser.close()


def test_that_a_measure_leads_to_its_fiche(qtbot, tab, sophie, measured):
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        card(tab).table.row_chosen.emit(card(tab).model.row(0))
    assert chosen.args == [
        Route("dossier", patient_id=sophie.id, onglet="fiches", fiche_id=measured.id)
    ]


def test_that_the_page_to_take_home_is_shown_before_it_is_printed(tab, desk, measured):
    QTest.keyClick(tab, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    preview = tab.findChild(PrintPreview)
    assert preview.accessibleName() == "Mon parcours"
    preview.close()


def test_that_a_page_that_cannot_be_made_is_said(tab, desk, sophie, measured):
    tab._on_failed(AppError("Impossible.", "Réessayez."))
    assert tab.banner.title() == "Impossible."
    reload(tab, desk, sophie)
    assert not tab.banner.isVisible()
