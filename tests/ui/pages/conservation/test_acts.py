"""What the page asks before it acts, and what becomes of it."""

from datetime import date

import pytest

from microstructure_desktop.services import conservation, dossiers
from microstructure_desktop.services.effacement_registre import registre
from microstructure_desktop.store.failures import RecordMissing
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.conservation.mentions_part import MentionsPart
from microstructure_desktop.ui.pages.conservation.page import ARCHIVES, EFFACEMENTS
from tests.cabinet import PASSPHRASE
from tests.services.erasures import MOTIF, erase


def test_that_a_reason_opens_a_record_of_the_archive(opened, archived):
    desk, page = opened(onglet=ARCHIVES)
    page.read_button.click()
    dialog = page.acts.dialog
    dialog.accept()
    assert dialog.field.error_text
    dialog.edit.setText("Courrier d’un confrère reçu")
    dialog.accept()
    desk.settle()
    assert desk.routes[-1].name == "dossier"
    assert dossiers.dossier(desk.office, archived.id).patient.id == archived.id


def test_that_a_record_is_kept_until_a_day_and_given_back(opened, old):
    desk, page = opened()
    page.keep_button.click()
    dialog = page.acts.dialog
    assert dialog.day() == date(2031, 11, 19)
    dialog.until.set_value(None)
    dialog.edit.setText(MOTIF)
    dialog.accept()
    assert dialog.until_field.error_text
    dialog.until.set_value(date(2028, 1, 1))
    dialog.accept()
    desk.settle()
    assert page.due.model.rowCount() == 0
    assert conservation.etat(desk.office, old.id).gardee.jusqu_au == date(2028, 1, 1)
    assert desk.notices[-1].text == "Dossier gardé"
    desk.notices[-1].on_action()
    desk.settle()
    assert page.due.model.rowCount() == 1


def test_that_erasing_asks_twice_then_shows_the_certificate(opened, old):
    desk, page = opened()
    page.erase_button.click()
    desk.settle()
    dialog = page.acts.dialog
    dialog.accept()
    assert dialog.ground_field.error_text
    assert dialog.motif_field.error_text
    assert dialog.secret_field.error_text
    dialog.ground.set_value("fin_conservation")
    dialog.motif.setText(MOTIF)
    dialog.secret.edit.setText("une autre phrase de passe")
    dialog.accept()
    desk.settle()
    assert dialog.problem.isVisible()
    assert dossiers_of(desk, old)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.accept()
    desk.settle()
    assert page.acts.preview is not None
    assert desk.notices[-1].text == "Dossier effacé"
    assert page.due.model.rowCount() == 0
    with pytest.raises(RecordMissing):
        conservation.etat(desk.office, old.id)
    page.acts.preview.reject()


def test_that_a_text_of_somebody_else_is_read_first(team, opened, old):
    other = team.patient("Reste", "Marie")
    team.seance(other.id, date(2026, 11, 12), note_partagee="Chez Mme Ancien")
    desk, page = opened()
    page.erase_button.click()
    desk.settle()
    dialog = page.acts.dialog
    (line,) = dialog.findChild(MentionsPart).buttons
    assert "RESTE Marie" in line.text()
    line.click()
    assert not dialog.isVisible()
    assert desk.routes[-1] == Route("dossier", patient_id=other.id)


def dossiers_of(desk, patient):
    with desk.office.store.read() as work:
        return work.inclusions.of(patient.id)


def test_that_somebody_may_be_named_by_the_route(opened, archived):
    desk, page = opened(effacer=archived.id)
    assert "RANGÉ Sophie" in page.acts.dialog.accessibleName()
    page.acts.dialog.reject()
    assert registre(desk.office) == ()


def test_that_a_certificate_is_printed_again(opened, old, team):
    erase(team, old)
    desk, page = opened(onglet=EFFACEMENTS)
    page.register.certificate_button.click()
    desk.settle()
    assert page.acts.preview is not None
    page.acts.preview.reject()
