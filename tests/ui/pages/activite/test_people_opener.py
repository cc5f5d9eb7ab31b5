"""A figure opens its people; what is refused is told."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.activite_graphiques import Cible
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.activite.people_dialog import PeopleDialog
from microstructure_desktop.ui.pages.activite.people_opener import PeopleOpener
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.layouts import boxed, column
from tests.ui.desk import make_desk

from .conftest import OCTOBER


@pytest.fixture
def asking(show, team, theme, people):
    desks = []

    def ask(code="M01", cle="", role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(boxed(column()), 900, 700)
        opener = PeopleOpener(desk.context, page)
        opener.show(Cible(code, cle, OCTOBER))
        desk.settle()
        return desk, page, opener

    yield ask
    for desk in desks:
        desk.settle()


def test_that_the_people_are_shown_and_lead_to_a_record(asking, people):
    desk, page, opener = asking()
    dialog = page.findChild(PeopleDialog)
    assert dialog.accessibleName() == f"Personnes vues dans le mois · octobre{NBSP}2026"
    assert {row.id for row in dialog.model.rows()} == {p.id for p in people}
    left = []
    opener.left.connect(lambda: left.append(True))
    dialog.open_button.click()
    assert left == [True]
    assert [r.name for r in desk.routes] == ["dossier"]
    assert isinstance(desk.routes[0], Route)


def test_that_a_line_of_an_indicator_is_named(asking):
    _, page, opener = asking("M15", "plus_90")
    assert "Depuis plus de 90 jours" in page.findChild(PeopleDialog).accessibleName()
    opener.close()


def test_that_a_refusal_is_told(show, asking):
    desk, page, opener = asking(role=Role.PSYCHIATRE)
    told = []
    desk.context.events.notice_requested.connect(told.append)
    opener.show(Cible("M01", "", OCTOBER))
    desk.settle()
    assert page.findChild(PeopleDialog) is None
    assert told[0].text.startswith("Votre rôle ne permet pas")
