"""A fiche is printed as saved or blank, from any page that shows it."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.ui.dialogs.fiche_printing import FichePrinting, PrintMenu
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from tests.services.cases import filled
from tests.ui.desk import make_desk


class Page(QWidget):
    """Any page: it keeps what it is told was refused."""

    def __init__(self):
        super().__init__()
        self.refused = []

    def on_failed(self, error):
        self.refused.append(error.sentence)


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def menu(desk, page):
    return PrintMenu(desk.context, page, page.on_failed)


def previewed(page):
    return [preview.accessibleName() for preview in page.findChildren(PrintPreview)]


def test_that_a_saved_fiche_can_be_printed_both_ways(team, desk, page, menu):
    sophie = team.patient()
    fiche = filled(team, sophie)
    menu.show_for(FICHE_DE_SUIVI, sophie.id, fiche.id)
    menu.saved_action.trigger()
    desk.settle()
    menu.blank_action.trigger()
    desk.settle()
    title = "Fiche psychologique de suivi"
    assert previewed(page) == [title, f"{title}, à remplir"]
    assert page.refused == []


def test_that_a_fiche_never_saved_is_only_printed_blank(team, desk, page, menu):
    sophie = team.patient()
    menu.show_for(FICHE_DE_SUIVI, sophie.id, None)
    assert not menu.saved_action.isEnabled()
    assert menu.blank_action.isEnabled()
    menu.blank_action.trigger()
    desk.settle()
    assert len(previewed(page)) == 1


def test_that_a_blank_fiche_needs_nobody(desk, page):
    FichePrinting(desk.context, page, page.on_failed).print_blank(FICHE_DE_SUIVI)
    desk.settle()
    assert len(previewed(page)) == 1


def test_that_a_refusal_is_told_to_the_page(desk, page):
    FichePrinting(desk.context, page, page.on_failed).print_blank("inconnue")
    desk.settle()
    assert previewed(page) == []
    assert page.refused == ["Le modèle de cette fiche n’est plus installé."]


def test_that_nothing_opens_over_a_page_that_was_left(desk, page):
    FichePrinting(desk.context, page, page.on_failed).print_blank(FICHE_DE_SUIVI)
    page.hide()
    desk.settle()
    assert previewed(page) == []


def test_that_the_menu_opens_under_its_button_and_inside_the_page(page, menu):
    button = QPushButton("Imprimer", page)
    button.move(300, 10)
    page.resize(420, 200)
    menu.open_under(button)
    assert menu.isVisible()
    below = button.mapToGlobal(button.rect().bottomRight())
    assert menu.y() > below.y()
    assert menu.x() + menu.width() <= below.x() + 4
    menu.close()


def test_that_what_was_asked_for_somebody_does_not_open_over_another(team, desk, page, menu):
    sophie, paul = team.patient(), team.patient("Autre", "Paul")
    fiche = filled(team, sophie)
    menu.show_for(FICHE_DE_SUIVI, sophie.id, fiche.id)
    menu.saved_action.trigger()
    menu.show_for(FICHE_DE_SUIVI, paul.id, None)
    menu.blank_action.trigger()
    desk.settle()
    assert previewed(page) == ["Fiche psychologique de suivi, à remplir"]
