"""The version to hand out: looked at, asked about, entered, then ready to save."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_registre, rapport_saisie
from microstructure_desktop.services.rapport_documents import Format
from microstructure_desktop.ui.pages.rapport.release import Release


@pytest.fixture
def release(team, desk, sophie, show):
    def shown(annee=2026, jour=date(2027, 1, 11)):
        desk.settle()
        team.clock.set(jour, time(9))
        page = QWidget()
        made = Release(desk.context, page, annee)
        QVBoxLayout(page).addWidget(made.view)
        show(page, 900, 800)
        desk.settle()
        return made

    return shown


def hand_out(qtbot, desk, made):
    made.ask()
    with qtbot.waitSignal(made.released) as told:
        made.dialog.accept_button.click()
        desk.settle()
    return told.args


def test_that_looking_enters_nothing_and_handing_out_does(qtbot, desk, release):
    made = release()
    assert rapport_registre.departs(desk.office) == ()
    pages, copy = hand_out(qtbot, desk, made)
    assert pages.fichier == "rapport-2026-diffusable.pdf"
    assert copy is None
    assert made.dialog is None
    (left,) = rapport_registre.departs(desk.office)
    assert (left.jour, left.periode) == (date(2027, 1, 11), "2026")


def test_that_a_text_to_go_on_with_comes_beside_the_pages(qtbot, desk, release):
    made = release()
    made.view.format.set_value(Format.DOCX.value)
    pages, copy = hand_out(qtbot, desk, made)
    assert (pages.fichier[-4:], copy.fichier[-5:]) == (".pdf", ".docx")


def test_that_a_refusal_of_the_person_enters_nothing(desk, release):
    made = release()
    made.ask()
    made.dismiss()
    desk.settle()
    assert made.dialog is None
    assert rapport_registre.departs(desk.office) == ()


def test_that_a_name_in_a_comment_is_read_again_first(qtbot, desk, release):
    said = "Sophie Légende va mieux."
    rapport_saisie.commenter(desk.office, 2026, Section.PROFIL, said)
    made = release()
    assert made.view.doubts.isVisible()
    made.ask()
    assert not made.dialog.accept_button.isEnabled()
    made.dialog.read_again.click()
    with qtbot.waitSignal(made.released):
        made.dialog.accept_button.click()
        desk.settle()


def test_that_hidden_names_are_not_told_by_the_doubt(desk, release):
    rapport_saisie.commenter(desk.office, 2026, Section.PROFIL, "Sophie Légende va mieux.")
    made = release()
    assert "Sophie" in made.view.doubts._text.text()
    desk.context.discretion.switch(on=True)
    assert "Sophie" not in made.view.doubts._text.text()


def test_that_vignettes_are_only_there_when_asked_for(desk, release):
    rapport_saisie.commenter(desk.office, 2026, Section.VIGNETTES, "Sophie Légende, un matin.")
    made = release()
    assert not made.view.doubts.isVisible()
    made.view.vignettes.click()
    desk.settle()
    assert made.view.doubts.isVisible()


def test_that_a_year_under_way_does_not_leave(qtbot, desk, release):
    made = release(annee=2026, jour=date(2026, 11, 19))
    assert made.view.problem.isVisible()
    made.ask()
    assert made.dialog is None
