"""Passages, texts and documents are taken out and put back; what was read is remembered."""

import pytest
from PySide6.QtGui import QTextCursor

from microstructure_desktop.services import dossier_complet
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.demandes.review_part import ReviewPart
from tests.services.whole import TYPED
from tests.ui import a11y


@pytest.fixture
def part(team, scene, show):
    made = show(ReviewPart(Discretion()), 1180, 640)
    made.show_record(dossier_complet.ouvrir(team.medecin, scene[2].id))
    return made


def choose(part, wanted):
    rows = part.model.rows()
    at = next(i for i, row in enumerate(rows) if wanted in (getattr(row, "texte", ""), row))
    part.table.setCurrentIndex(part.model.index(at, 0))


def state(part):
    return part.model.index(part.table.currentIndex().row(), 1).data()


def strike(part, word):
    at = part.text.text().index(word)
    cursor = part.text.editor.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(word), QTextCursor.MoveMode.KeepAnchor)
    part.text.editor.setTextCursor(cursor)
    part.strike_button.click()


def test_that_the_marked_texts_come_first_and_those_read_are_known(part):
    assert part.model.index(1, 1).data() == "« frère »"
    assert part.place.text().endswith("Note partagée")
    choose(part, TYPED["corps"])
    assert state(part) == "Lu"
    assert {TYPED["note"], TYPED["corps"]} <= part.relecture.vus
    assert not part.strike_button.isEnabled()
    assert a11y.problems(part) == []
    assert part.sealed.text().startswith("2\xa0notes scellées")


def test_that_a_passage_is_taken_out_and_put_back(part, qtbot):
    with qtbot.waitSignal(part.decided) as decided:
        strike(part, "sa mère")
    before, said = decided.args
    assert before.passages == ()
    assert said == "Passage retiré du document, partout où il figure"
    assert part.relecture.passages == ("sa mère",)
    assert (state(part), part.taken.isVisible()) == ("Passage retiré", True)
    part.struck.itemAt(0).layout().itemAt(0).widget().click()
    assert part.relecture.passages == ()
    assert part.taken.isHidden()


def test_that_a_whole_text_goes_with_its_reason(part):
    choose(part, TYPED["mienne"])
    part.whole_button.click()
    part.dialog.accept()
    assert part.dialog.field.error_text  # nothing says why
    part.dialog.edit.setText("hypothèse de travail")
    part.dialog.accept()
    assert part.relecture.textes == {TYPED["mienne"]: "hypothèse de travail"}
    assert (state(part), part.back_button.isVisible()) == ("Retiré", True)
    part.back_button.click()
    assert part.relecture.textes == {}


def test_that_a_document_is_kept_back_and_given_again(part):
    paper = part.model.rows()[-1]
    choose(part, paper)
    assert part.text.isHidden()
    part.whole_button.click()
    part.dialog.edit.setText("écrit par un tiers")
    part.dialog.accept()
    assert part.relecture.documents == {paper.id: "écrit par un tiers"}
    part.back_button.click()
    assert part.relecture.documents == {}


def test_that_texts_are_masked_on_demand(part):
    part._discretion.toggle()
    assert part.model.index(0, 0).data() == "Texte masqué en mode discret"
    assert part.text.isHidden()
    assert part.strike_button.isHidden()
