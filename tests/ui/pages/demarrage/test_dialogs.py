"""A day and a note, or a paper and its title; what is wrong is said at its field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import demarrage
from microstructure_desktop.services.pieces import PieceEmpty
from microstructure_desktop.ui.pages.demarrage.dialogs import AttachDialog, StepDialog
from tests.cabinet import TODAY
from tests.reports import received
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.MEDECIN)
    yield made
    made.settle()


@pytest.fixture
def ligne(desk):
    return demarrage.demarrage(desk.office).lignes[1]


@pytest.fixture
def step(desk, ligne, show):
    made = StepDialog(show(QWidget(), 1024, 700), ligne, TODAY)
    made.open()
    return made


@pytest.fixture
def attach(desk, ligne, show):
    made = AttachDialog(show(QWidget(), 1024, 700), ligne, desk.context)
    made.open()
    return made


def test_that_today_is_proposed_and_a_note_is_kept(qtbot, step):
    assert a11y.problems(step) == []
    assert step.jour.value() == TODAY
    step.jour.setText("03/02/2026")
    step.note.set_text("Signée")
    with qtbot.waitSignal(step.accepted):
        step.save_button.click()
    assert (step.jour.value(), step.note.text()) == (date(2026, 2, 3), "Signée")


@pytest.mark.parametrize(
    ("typed", "said"), [("", "comme 14/05/2026"), ("20/11/2026", "aujourd’hui ou avant")]
)
def test_that_a_bad_day_is_said(qtbot, step, typed, said):
    step.jour.setText(typed)
    with qtbot.assertNotEmitted(step.accepted):
        step.save_button.click()
    assert said in step.fields["faite_le"].error_text
    assert a11y.problems(step) == []


def test_that_a_paper_has_a_file_and_a_title(qtbot, attach, desk, tmp_path):
    attach.save_button.click()
    assert "Choisissez le document" in attach.file_field.error_text
    assert "titre" in attach.title_field.error_text
    assert a11y.problems(attach) == []
    path = tmp_path / "convention.pdf"
    path.write_bytes(received.pdf())
    attach.picker.read(path)
    desk.settle()
    assert attach.file_field.error_text == ""
    attach.title.setText("Convention 2026")
    with qtbot.waitSignal(attach.asked) as asked:
        attach.save_button.click()
    assert asked.args == ["Convention 2026", received.pdf()]
    attach.refuse(PieceEmpty())
    assert "vide" in attach.file_field.error_text
    assert attach.save_button.isEnabled()
    attach.close_saved()
    assert not attach.isVisible()
