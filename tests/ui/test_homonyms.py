"""Somebody of the same name is told apart wherever one writes about a person."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.homonyms import HomonymBand
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.fiche_page import FichePage
from microstructure_desktop.ui.pages.seances.page import SeancePage
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def sophie(team):
    return team.patient()


def words(band):
    return [x.text() for x in band.findChildren(Paragraph) if x.text()]


def test_that_nobody_like_them_shows_nothing(show, desk, sophie, team):
    team.patient("Martin", "Paul")
    band = show(HomonymBand(desk.context), 700, 200)
    band.ask(sophie)
    desk.settle()
    assert not band.isVisible()


def test_that_the_difference_is_in_plain_sight_and_hidden_with_the_names(show, desk, sophie, team):
    team.patient(naissance=date(1960, 2, 3))
    band = show(HomonymBand(desk.context), 700, 200)
    band.ask(sophie)
    desk.settle()
    title, lines = words(band)
    assert title == "Une autre personne porte ce nom"
    assert lines.splitlines() == [
        "Ici\u00a0: LÉGENDE Sophie, 14/05/1992, dossier n°\u00a00001",
        "À ne pas confondre avec\u00a0: LÉGENDE Sophie, 03/02/1960, dossier n°\u00a00002",
    ]
    assert a11y.problems(band) == []
    desk.context.discretion.switch(on=True)
    assert "gende" not in " ".join(words(band)).lower()
    assert "1960" not in " ".join(words(band))


def test_that_another_person_is_asked_about_anew(show, desk, sophie, team):
    team.patient(naissance=date(1960, 2, 3))
    band = show(HomonymBand(desk.context), 700, 200)
    band.ask(sophie)
    desk.settle()
    alone = team.patient("Martin", "Paul")
    band.ask(alone)
    assert not band.isVisible()
    desk.settle()
    assert not band.isVisible()


@pytest.mark.parametrize(
    ("kind", "route"),
    [(SeancePage, {}), (FichePage, {"form_id": "psychologique_suivi"})],
)
def test_that_a_session_and_a_fiche_tell_it(show, desk, sophie, team, kind, route):
    team.patient(naissance=date(1992, 5, 15))
    page = kind(desk.context)
    name = "seance" if kind is SeancePage else "fiche"
    page.open(Route(name, patient_id=sophie.id, **route))
    show(page, 1100, 820)
    desk.settle()
    assert page.homonyms.isVisible()
    assert words(page.homonyms)[0] == "Une autre personne ressemble à celle-ci"
    assert "15/05/1992" in words(page.homonyms)[1]
