"""The start on screen: noted, proved, printed, taken back."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import demarrage
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.demarrage.page import DemarragePage
from tests.cabinet import TODAY
from tests.reports import received
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def shown(team, theme, show):
    desks = []

    def opener(role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = DemarragePage(desk.context)
        page.open(Route("demarrage"))
        show(page, 1100, 700)
        desk.settle()
        page.desk = desk
        return page

    yield opener
    for desk in desks:
        desk.settle()


def card(page, etape_id):
    return next(c for c in page.cards if c.ligne.definition.id == etape_id)


def test_that_every_step_is_there_with_how_many_are_done(shown):
    page = shown()
    assert a11y.problems(page) == []
    assert len(page.cards) == 12
    assert page.header.subtitle.text() == "2 sur 12 étapes faites"


def test_that_a_step_is_noted_and_taken_back(shown):
    page = shown()
    card(page, "lieu").acts["Noter comme faite"].click()
    page.step_dialog.save_button.click()
    page.desk.settle()
    assert card(page, "lieu").ligne.etape.faite_le == TODAY
    card(page, "lieu").acts["À refaire"].click()
    page.desk.settle()
    assert not card(page, "lieu").ligne.faite
    page.desk.context.undo.undo()
    page.desk.settle()
    assert card(page, "lieu").ligne.faite


def test_that_a_paper_is_joined_read_and_taken_back(shown):
    page = shown()
    card(page, "convention").acts["Joindre un document"].click()
    page.attach_dialog.asked.emit("Convention 2026", received.pdf())
    page.desk.settle()
    (paper,) = card(page, "convention").ligne.documents
    card(page, "convention").open_asked.emit(paper)
    page.desk.settle()
    assert page.preview.header.title.text() == "Convention du cabinet"
    page.preview.reject()
    card(page, "convention").detach_asked.emit(paper)
    page.desk.settle()
    assert card(page, "convention").ligne.documents == ()
    page.desk.context.undo.undo()
    page.desk.settle()
    assert card(page, "convention").ligne.documents == (paper,)


def test_that_a_paper_refused_stays_in_the_window(shown):
    page = shown()
    card(page, "convention").acts["Joindre un document"].click()
    page.attach_dialog.asked.emit("Convention 2026", b"rien")
    page.desk.settle()
    assert "ni un document PDF" in page.attach_dialog.file_field.error_text
    page.attach_dialog.reject()


def test_that_the_list_is_printed(shown):
    page = shown()
    page.print_button.click()
    page.desk.settle()
    assert page.preview.header.title.text() == demarrage.TITRE
    page.preview.reject()


def test_that_the_others_read_it(shown):
    page = shown(Role.SECRETARIAT)
    assert len(page.cards) == 12
    assert {name for c in page.cards for name in c.acts} <= {
        "Ouvrir les formations",
        "Ouvrir les réglages",
        "Ouvrir les permanences",
        "Ouvrir les patients",
        "Ouvrir les réunions",
    }
