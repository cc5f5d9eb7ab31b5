"""One scale among many, found by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Stage
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.scale_chooser import ScaleChooser, scales_for
from tests.services.trajectories import AUDIT_9, MARCH, OCTOBER, scored
from tests.ui import a11y


@pytest.fixture
def scales(desk):
    return scales_for(desk.context.reference, Role.PSYCHOLOGUE)


@pytest.fixture
def chooser(show, desk, team, sophie, scales):
    for jour in (MARCH, OCTOBER):
        scored(team, sophie, jour, 3, 0, 1, 2, 0, 0, 1, 0, 0, scale="phq_9")
    scored(team, sophie, OCTOBER, *AUDIT_9)
    ground = show(QWidget(), 900, 700)
    made = ScaleChooser(scales, dossiers.dossier(desk.office, sophie.id).fiches, ground)
    made.open()
    yield made
    made.close()


def titles(chooser):
    return [form.title for form in chooser.model.rows()]


def test_that_only_scales_are_offered(scales):
    assert {form.stage for form in scales} == {Stage.ECHELLE}
    assert {"AUDIT", "PHQ-9", "EPICES"} <= {form.title for form in scales}


def test_that_those_of_this_person_come_first(chooser, scales):
    assert titles(chooser)[:2] == ["PHQ-9", "AUDIT"]
    assert len(titles(chooser)) == len(scales)
    spoken = chooser.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "PHQ-9, Cotée 2\xa0fois"
    assert a11y.problems(chooser) == []


def test_that_it_fits_over_a_small_window_in_large_letters(show, theme, scales):
    theme.choose("clair", 150)
    ground = show(QWidget(), 1280, 720)
    made = ScaleChooser(scales, [], ground)
    made.open()
    assert made.height() <= 720
    assert a11y.problems(made) == []
    made.close()


def test_that_typing_then_return_takes_the_first_one_left(qtbot, chooser, taper):
    taper(chooser.search, "épi")
    assert titles(chooser) == ["EPICES"]
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chosen.args == ["echelle_epices"]
    assert not chooser.isVisible()


def test_that_nothing_is_taken_when_nothing_is_left(qtbot, chooser, taper):
    taper(chooser.search, "zzz")
    with qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chooser.isVisible()


def test_that_arrows_go_through_the_list(qtbot, chooser):
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.view.hasFocus()
    QTest.keyClick(chooser.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.view, Qt.Key.Key_Return)
    assert chosen.args == ["echelle_audit"]
