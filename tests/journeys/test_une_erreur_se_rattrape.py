"""A session in the wrong record, a text to correct: mended in a few gestures, nothing lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph

from .hands import CONTROL, SHIFT

AMENDING = 3  # clicks; the text set apart
UNDOING = 2  # keys
FIRST, SECOND = "Sommeil agité.", "Sommeil apaisé."


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def seance(team, sophie):
    return team.seance(sophie.id, date(2026, 11, 12), note_partagee=FIRST)


@pytest.fixture
def claire(sit, sophie, seance):
    """A psychologist reads the session that she noted a week ago."""
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("dossier", patient_id=sophie.id, onglet="seances")
    return hands


def notes(hands, patient):
    return [
        seance.consultation.note_partagee
        for seance in dossiers.dossier(hands.desk.office, patient.id).seances
    ]


def named(hands, words):
    """The button of the session on screen that says so."""
    buttons = hands.page.seances.findChildren(Button)
    return next(b for b in buttons if words in (b.text() or b.accessibleName()))


def amend(hands):
    hands.click(named(hands, "Corriger"))
    assert hands.focus() is hands.page.frame.form.note.shared.editor
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.write(SECOND)
    hands.click(hands.page.frame.finish)
    hands.write("Erreur de personne")
    hands.key(Qt.Key.Key_Return)


def test_that_a_finished_session_is_corrected_in_three_clicks(claire, counted, sophie):
    counted.clicks = 0
    amend(claire)
    assert notes(claire, sophie) == [SECOND]
    assert counted.clicks <= AMENDING


def test_that_the_old_text_is_read_beside_the_new_one(claire, sophie):
    amend(claire)
    claire.go("dossier", patient_id=sophie.id, onglet="seances")
    claire.click(named(claire, "Autres actions"))
    claire.click_action("Historique")
    dialog = claire.dialog(HistoryDialog)
    said = [part.text() for part in dialog.view.findChildren(Paragraph)]
    assert {FIRST, SECOND} <= set(said)
    assert "Erreur de personne" in dialog.news.title()
    dialog.reject()


def test_that_an_undone_deletion_takes_two_keys_wherever_one_is(claire, counted, sophie):
    claire.click(named(claire, "Autres actions"))
    claire.click_action("Annuler cette séance…")
    dialog = claire.dialog(ReasonDialog)
    claire.click(dialog.usual.chip("Mauvais dossier"))
    claire.key(Qt.Key.Key_Return)
    assert notes(claire, sophie) == []
    claire.window.toast.close_now()  # ten seconds have passed
    claire.go("accueil")
    claire.page.setFocus()
    counted.keys = counted.clicks = 0
    claire.key(Qt.Key.Key_Z, CONTROL)
    assert notes(claire, sophie) == [FIRST]
    assert (counted.keys <= UNDOING, counted.clicks) == (True, 0)
    assert claire.window.toast.message.text() == "Séance rétablie"
    claire.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert notes(claire, sophie) == []


def test_that_the_trash_gives_it_back_days_later(claire, team, sophie):
    claire.click(named(claire, "Autres actions"))
    claire.click_action("Annuler cette séance…")
    claire.write("Saisie en double")
    claire.key(Qt.Key.Key_Return)
    team.clock.set(date(2026, 12, 10), team.clock().astimezone().time())
    claire.go("reglages")
    claire.click(claire.page.corbeille.button)
    assert claire.at() == "corbeille"
    claire.click(claire.page.restore_button)
    assert notes(claire, sophie) == [FIRST]


def test_that_two_acts_are_undone_by_the_same_key(claire, sophie):
    amend(claire)
    claire.go("dossier", patient_id=sophie.id, onglet="seances")
    claire.click(named(claire, "Autres actions"))
    claire.click_action("Annuler cette séance…")
    claire.write("Saisie en double")
    claire.key(Qt.Key.Key_Return)
    claire.key(Qt.Key.Key_Z, CONTROL)
    claire.key(Qt.Key.Key_Z, CONTROL)
    assert notes(claire, sophie) == [FIRST]
