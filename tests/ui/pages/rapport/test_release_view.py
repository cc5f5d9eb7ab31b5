"""Exactly what would leave, where somebody may be named, or why nothing may."""

import pytest

from microstructure_desktop.services import rapport_annuel
from microstructure_desktop.services.rapport_diffusable import YearNotOver
from microstructure_desktop.ui.pages.rapport.release_view import ReleaseView
from microstructure_desktop.ui.widgets.page_body import PageBody
from tests.ui import a11y


@pytest.fixture
def view(desk, show):
    made = ReleaseView(2026)
    made.show_release(rapport_annuel.rapport(desk.office, 2026).imprime, ())
    body = PageBody()
    body.main.addWidget(made)
    show(body, 900, 900)
    return made


def test_that_doubts_say_where_and_hide_who(view):
    assert a11y.problems(view) == []
    view.show_doubts({"profil": "Légende Sophie"}, hidden=False)
    assert view.doubts.title() == "Quelqu’un semble nommé\xa0: Profil."
    assert "Légende Sophie" in view.doubts._text.text()
    view.show_doubts({"profil": "Légende Sophie", "financements": ""}, hidden=True)
    assert view.doubts.title() == "Quelqu’un semble nommé\xa0: Profil, Financeurs."
    assert "Légende" not in view.doubts._text.text()
    view.show_doubts({}, hidden=False)
    assert not view.doubts.isVisible()


def test_that_a_refusal_takes_the_place_of_all(view):
    view.show_refusal(YearNotOver())
    assert view.problem.isVisible()
    assert not view.head.isVisible()
