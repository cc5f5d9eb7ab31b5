"""Pass from one programme to another: three clicks, said before, undone after."""

from datetime import date

import pytest

from microstructure_desktop.services import drafts
from microstructure_desktop.services.episodes import episodes
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.dossier import DossierPage
from microstructure_desktop.ui.pages.patients.episode_change import EpisodeChange
from microstructure_desktop.ui.texts import NBSP
from tests.ui import a11y


@pytest.fixture
def page(desk, opened, followed):
    made = opened(DossierPage(desk.context), Route("dossier", patient_id=followed.id))
    desk.context.navigator.route_requested.connect(
        lambda route: made.open(route) if route.name == "dossier" else None
    )
    return made


@pytest.fixture
def form(desk, page):
    page.header.menu_button.click()
    page.header.programmes.actions()[0].trigger()
    page.header.menu.close()
    desk.settle()
    return page.pane


def test_that_a_programme_is_changed_in_three_clicks_and_taken_back(desk, page, followed, form):
    form.save_button.click()
    desk.settle()
    assert page.header.episodes.text() == "Equip’Addict, depuis le 19/11/2026"
    before, now = episodes(desk.office, followed.id)
    assert (before.inclusion.fin, now.inclusion.programme) == (date(2026, 11, 18), "EQUIPADDICT")
    desk.context.undo.undo()
    desk.settle()
    assert not page.header.episodes.isVisible()
    assert len(episodes(desk.office, followed.id)) == 1


def test_that_what_becomes_of_the_acts_is_said_before(form):
    assert isinstance(form, EpisodeChange)
    assert form.left.text().endswith(
        f"{NBSP}: 1 consultation longue, 2 psychologue, 6 travailleur social."
    )
    assert form.opened.text() == "Le nouveau programme ne compte pas d’actes par personne."
    assert a11y.problems(form) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Entrez le premier jour dans le nouveau programme."),
        ("20/11/2026", "Le changement doit être aujourd’hui ou avant."),
        ("03/03/2026", "Le changement doit suivre l’inclusion du 03/03/2026."),
    ],
)
def test_that_a_wrong_day_is_said_at_its_field(desk, followed, form, typed, said):
    form.fields.set_typed({"le": typed})
    assert form.problems() == {"le": said}
    form.save_button.click()
    desk.settle()
    assert len(episodes(desk.office, followed.id)) == 1


def test_that_what_is_typed_is_found_again(desk, page, followed, form):
    form.fields.set_typed({"le": "10/11/2026", "programme": "MSMA_HORS_FORFAIT"})
    page.leave()
    desk.settle()
    assert drafts.mine(desk.office)[0].sujet.endswith("/programme")
    desk.context.navigator.go(Route("dossier", patient_id=followed.id, formulaire="programme"))
    desk.settle()
    assert page.pane.fields.typed()["le"] == "10/11/2026"
    assert page.pane.fields.text("programme") == "MSMA_HORS_FORFAIT"


def test_that_for_whom_the_new_programme_is_can_be_asked(form):
    assert form.about.isVisible()
    assert not form.about.lines.isVisible()
    form.about.ask_button.click()
    assert form.about.lines.isVisible()
