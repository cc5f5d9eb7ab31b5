"""The register on screen: added, corrected, taken back, read, printed."""

import pytest

from microstructure_desktop.services import formations
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.formations.page import FormationsPage
from tests.reports import received
from tests.ui import a11y


@pytest.fixture
def page(desk, show):
    made = FormationsPage(desk.context)
    made.open(Route("formations"))
    show(made, 1160, 760)
    desk.settle()
    return made


def fill(dialog, theme="ADDICTOLOGIE"):
    dialog.theme.set_value(theme)
    dialog.title.setText("Premiers pas")
    dialog.first.setText("14/05/2026")
    dialog.save_button.click()


def test_that_everybody_of_the_team_is_there(page):
    assert a11y.problems(page) == []
    assert len(page.cards) == 5
    assert page.header.subtitle.text() == "Il reste des thèmes à suivre pour 4\xa0membres"
    assert page.year.text() == "0\xa0formation"


def test_that_a_training_is_added_and_taken_back(desk, page):
    page.cards[0].add_button.click()
    assert page.dialog.member.value() == page.cards[0].suivi.membre.id
    fill(page.dialog)
    desk.settle()
    assert page.dialog is None
    assert len(page.cards[0].suivi.lignes) == 1
    assert page.year.text() == "1\xa0formation"
    desk.context.undo.undo()
    desk.settle()
    assert page.cards[0].suivi.lignes == ()


def test_that_one_is_corrected_then_removed(desk, followed, page):
    card = page.cards[1]
    card.edit_asked.emit(card.suivi.lignes[0])
    fill(page.dialog, "SEVRAGE")
    desk.settle()
    assert page.cards[1].suivi.lignes[0].formation.theme == "SEVRAGE"
    page.cards[1].remove_asked.emit(page.cards[1].suivi.lignes[0])
    desk.settle()
    assert len(page.cards[1].suivi.lignes) == 1
    desk.context.undo.undo()
    desk.settle()
    assert len(page.cards[1].suivi.lignes) == 2


def test_that_a_certificate_refused_stays_in_the_window(desk, page):
    page.add_button.click()
    assert page.dialog.member.value() == desk.context.membre.id
    saisie = formations.FormationSaisie(desk.context.membre.id, "CONCEPT", "x", None)
    page.dialog.asked.emit(saisie, received.pdf())
    desk.settle()
    assert "ne peut pas être notée" in page.dialog.fields["attestation"].error_text
    page.leave()
    assert page.dialog is None


def test_that_a_certificate_is_read_and_the_register_printed(desk, followed, page):
    card = page.cards[1]
    card.open_asked.emit(card.suivi.lignes[0].attestation)
    desk.settle()
    assert page.preview.header.title.text() == "Formation de l’équipe"
    page.leave()
    page.print_button.click()
    desk.settle()
    assert page.preview.header.title.text() == formations.TITRE
    page.leave()
    assert page.preview is None
