"""A document is added with its file and its words; what is wrong is said at its field."""

from datetime import date

import pytest

from microstructure_desktop.domain.ids import DocumentId
from microstructure_desktop.services import drafts, pieces
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.ui.pages.patients.document_form import DocumentForm
from tests.cabinet import TODAY
from tests.reports import received
from tests.ui import a11y

SAISIE = PieceSaisie("Bilan sanguin", "ANALYSE", date(2026, 11, 12))


@pytest.fixture
def form(show, desk, sophie):
    made = show(DocumentForm(desk.context, sophie), 900, 700)
    desk.settle()
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "bilan.pdf"
    path.write_bytes(received.pdf())
    return path


def errors(form):
    return {n for n in ("fichier", "titre", "categorie", "jour") if form.fields.field(n).error_text}


def test_that_each_missing_answer_is_said(form):
    assert a11y.problems(form) == []
    assert "Lisible par tous les soignants de l’équipe" in form.fields.field("titre").hint_text
    assert form.fields.day("jour") == TODAY
    form.save_button.click()
    assert errors(form) == {"fichier", "titre", "categorie"}


def test_that_a_document_is_kept_with_its_file(qtbot, form, desk, sophie, file):
    form.save_button.click()
    form.picker.read(file)
    desk.settle()
    assert "fichier" not in errors(form)
    form.fields.set_typed({"titre": "Bilan", "categorie": "ANALYSE", "jour": "12/11/2026"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert saved.args[0].jour == date(2026, 11, 12)
    assert pieces.ouvrir(desk.office, saved.args[0].id).contenu == received.pdf()
    assert form.written


def test_that_what_is_there_already_is_said_at_the_file(form, desk, sophie, file):
    pieces.ajouter(desk.office, sophie.id, SAISIE, received.pdf())
    form.picker.read(file)
    form.fields.set_typed({"titre": "Bilan", "categorie": "ANALYSE"})
    desk.settle()
    form.save_button.click()
    desk.settle()
    assert "déjà là, à la date du 12/11/2026" in form.fields.field("fichier").error_text


def test_that_the_words_typed_are_found_again_and_the_file_is_not_kept(
    show, desk, sophie, form, file
):
    form.picker.read(file)
    form.fields.set_typed({"titre": "Bilan"})
    desk.settle()
    form.keep()
    desk.settle()
    kept = drafts.load(desk.office, drafts.PATIENT, pieces.sujet(sophie.id))
    assert {k: v for k, v in kept.items() if k != "patient"} == {"titre": "Bilan"}
    again = show(DocumentForm(desk.context, sophie), 900, 700)
    desk.settle()
    assert (again.fields.text("titre"), again.picker.piece) == ("Bilan", None)


def test_that_the_words_of_a_known_one_are_corrected(qtbot, show, desk, sophie):
    known = pieces.ajouter(desk.office, sophie.id, SAISIE, received.pdf())
    form = show(DocumentForm(desk.context, sophie, known.id), 900, 700)
    desk.settle()
    assert form.fields.text("titre") == "Bilan sanguin"
    assert not form.picker.isVisible()
    form.fields.set_typed({"titre": "Scanner", "categorie": "IMAGERIE"})
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    assert pieces.lu(desk.office, DocumentId(known.id)).titre == "Scanner"
