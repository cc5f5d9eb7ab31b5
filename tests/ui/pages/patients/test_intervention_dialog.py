"""Since when and until when, said once, impossible dates refused at their field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import intervenants
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.ui.pages.patients.intervention_dialog import InterventionDialog
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def dialog(desk, sophie, show):
    intervenants.create(desk.office, sophie.id, PartenaireSaisi("CMP des Lices", "CSAPA"))
    (ligne,) = intervenants.autour(desk.office, sophie.id)
    made = InterventionDialog(show(QWidget(), 900, 600), ligne, TODAY)
    made.open()
    return made


def test_that_the_end_is_noted_and_kept(qtbot, dialog, desk):
    assert a11y.problems(dialog) == []
    assert "Lisible par tous les soignants de l’équipe" in dialog.fields["precision"].hint_text
    dialog.jusqu_a.setText("19/11/2026")
    dialog.precision.setText("Dr Gare")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    kept = dialog.action()(desk.office)
    assert (kept.depuis, kept.jusqu_a, kept.precision) == (TODAY, date(2026, 11, 19), "Dr Gare")


@pytest.mark.parametrize(
    ("typed", "said"), [("18/11/2026", "précéder le début"), ("bientôt", "comme 14/05/2026")]
)
def test_that_an_impossible_end_is_said(qtbot, dialog, typed, said):
    dialog.jusqu_a.setText(typed)
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.save_button.click()
    assert said in dialog.fields["jusqu_a"].error_text


def test_that_a_line_written_by_mistake_may_be_removed(qtbot, dialog):
    with qtbot.waitSignal(dialog.remove_asked):
        dialog.remove_button.click()
