"""One section on screen, with its text begun and its funders."""

from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_brouillons, rapport_ouvert, rapport_saisie
from microstructure_desktop.services.rapport_saisie import FinancementSaisi
from microstructure_desktop.ui.pages.rapport.part import SectionPart
from tests.ui.desk import make_desk


@pytest.fixture
def part(desk, opened, show):
    def shown(section, found=None):
        page = QWidget()
        made = SectionPart(desk.context, page, found or opened(), section)
        QVBoxLayout(page).addWidget(made.view)
        show(page, 900, 800)
        return made

    return shown


def test_that_what_was_begun_is_there_again(desk, part):
    rapport_brouillons.garder(desk.office, 2026, Section.PROFIL, "Une file ")
    made = part(Section.PROFIL)
    assert made.comment.text() == "Une file "
    assert made.writing.begun


def test_that_the_report_read_again_brings_figures_and_words(desk, part, opened):
    made = part(Section.PROFIL)
    rapport_saisie.commenter(desk.office, 2026, Section.PROFIL, "D’une collègue.")
    made.refresh(opened())
    assert made.comment.text() == "D’une collègue."


def test_that_only_the_means_have_funders_and_are_led_to_them(part):
    assert part(Section.PROFIL).funders is None
    made = part(Section.FORFAITS)
    made.focus_first()
    assert made.funders.card.add_button.hasFocus()
    other = part(Section.PROFIL)
    other.focus_first()
    assert other.comment.area.editor.hasFocus()


def test_that_grants_are_not_shown_twice(desk, part, opened):
    before = [t.titre for t in opened().rapport.imprime.chapitres[12].tableaux]
    grant = FinancementSaisi("ARS", "", 1, date(2026, 1, 1), date(2026, 2, 1))
    rapport_saisie.financer(desk.office, grant)
    made = part(Section.FORFAITS)
    assert [t.titre for t in made.view.shown.tableaux] == before
    assert made.funders.some


def test_that_the_psychiatrist_reads_without_writing(team, theme, sophie, part):
    theirs = make_desk(team, theme, Role.PSYCHIATRE)
    made = part(Section.FORFAITS, rapport_ouvert.ouvrir(theirs.office, 2026))
    assert made.comment.area.editor.isReadOnly()
    assert not made.funders.card.add_button.isVisible()
