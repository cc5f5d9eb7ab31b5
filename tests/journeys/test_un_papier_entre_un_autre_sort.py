"""A certificate goes out as a PDF that says nothing of the care; a result comes in, encrypted."""

from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import journal
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from tests.cabinet import TODAY
from tests.reports import received
from tests.reports.reading import plain, whole

TO_WRITE, TO_KEEP, TO_ADD = 4, 2, 5
CARE = ("alcool", "addiction", "microstructure", "psycholog", "sevrage")


@pytest.fixture
def sophie(team):
    patient = team.patient()
    team.seance(patient.id, date(2026, 11, 12), Role.MEDECIN, note_partagee="Sevrage d’alcool.")
    return patient


@pytest.fixture
def paul(sit, sophie):
    hands = sit(Role.MEDECIN)
    hands.go("dossier", patient_id=sophie.id, onglet="documents")
    return hands


def write_certificate(hands):
    hands.click(hands.page.documents.write_button)
    kinds = hands.page.pane.fields.editor("modele")
    hands.click(kinds)
    hands.click_row(kinds.view(), kinds.findData("presence"))
    hands.click(hands.page.pane.save_button)


def test_that_four_clicks_write_a_certificate_of_presence(paul, sophie, counted):
    counted.clicks = 0
    write_certificate(paul)
    assert counted.clicks <= TO_WRITE
    with paul.desk.office.store.read() as work:
        (lettre,) = work.lettres.of(sophie.id)
    assert (lettre.modele, lettre.jour) == ("presence", TODAY)
    assert "jeudi 12 novembre 2026 à 14:00" in plain(lettre.corps)


def test_that_its_pdf_says_when_and_never_why(paul, sophie, counted, qtbot, tmp_path):
    write_certificate(paul)
    counted.clicks = 0
    paul.click(paul.named("Aperçu et impression"))
    preview = paul.dialog(PrintPreview)
    paul.click(preview.save_button)
    assert counted.clicks <= TO_KEEP
    path = tmp_path / "certificat.pdf"
    paul.give(path)
    qtbot.waitUntil(lambda: bool(preview.banner.title()))
    paul.settle()
    preview.reject()
    text = plain(whole(path.read_bytes()))
    assert "LÉGENDE" in text
    assert "12 novembre 2026" in text
    assert not [word for word in CARE if word in text.lower()]
    noted = journal.read(paul.desk.office, Demande(patient=sophie.id)).lignes
    assert Action.ENREGISTREMENT_PDF in {ligne.acces.action for ligne in noted}


@pytest.fixture
def result(tmp_path):
    path = tmp_path / "resultat.pdf"
    path.write_bytes(received.pdf())
    return path


def add(hands, path):
    hands.click(hands.page.documents.add_button)
    form = hands.page.pane
    hands.click(form.picker.choose_button)
    hands.give(path)
    hands.tab_to(form.fields.editor("titre"))
    hands.write("Bilan sanguin")
    kinds = form.fields.editor("categorie")
    hands.click(kinds)
    hands.click_row(kinds.view(), kinds.findData("ANALYSE"))
    hands.click(form.save_button)


def test_that_five_clicks_add_a_document(paul, sophie, result, counted):
    counted.clicks = 0
    add(paul, result)
    assert counted.clicks <= TO_ADD
    with paul.desk.office.store.read() as work:
        (document,) = work.documents.of(sophie.id)
        kept = work.documents.contenu(document.id)
    assert (document.titre, document.categorie) == ("Bilan sanguin", "ANALYSE")
    assert kept == result.read_bytes() == received.pdf()


def test_that_one_added_to_the_wrong_record_is_taken_out_with_a_reason(paul, sophie, result):
    add(paul, result)
    paul.click(paul.named("Autres actions\xa0: Résultat d’analyse"))
    paul.click_action("Annuler ce document…")
    dialog = paul.dialog(ReasonDialog)
    paul.write("Mauvais dossier")
    paul.click(dialog.accept_button)
    with paul.desk.office.store.read() as work:
        assert work.documents.of(sophie.id) == []
