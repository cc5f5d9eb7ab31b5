"""Four figures, in words."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.accueil import Chiffres
from microstructure_desktop.ui.pages.accueil.figures import FigureRow
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.labels import Label

FIGURES = Chiffres(
    20, 24, {Role.PSYCHOLOGUE: (86, 144), Role.TRAVAILLEUR_SOCIAL: (71, 168)}, echeances=4
)


@pytest.fixture
def figures(show):
    made = show(FigureRow(), 1000, 120)
    made.show_figures(FIGURES, 2026, 60)
    return made


def words(figure):
    return [x.text() for x in figure.findChildren(Label)]


def test_that_each_figure_says_what_it_counts(figures):
    assert words(figures.active) == ["File active", "24", "personnes vues en 2026"]
    assert words(figures.psychologist)[1:] == ["86", "sur 144 dans les forfaits"]
    assert words(figures.social)[1:] == ["71", "sur 168 dans les forfaits"]
    assert words(figures.ending)[1:] == ["4", f"dans les 60{NBSP}jours"]
    assert figures.ending.findChild(Bar).accessibleName() == "20 %"


def test_that_an_empty_year_divides_by_nothing(figures):
    figures.show_figures(Chiffres(0, 0, {}, 0), 2026, 60)
    assert words(figures.active)[1:] == ["0", "personne vue en 2026"]
    assert words(figures.psychologist)[1:] == ["0", "sur 0 dans les forfaits"]


def test_that_figures_stand_two_by_two_when_narrow(figures):
    assert figures.active.y() == figures.ending.y()
    figures.resize(500, 300)
    figures.layout().activate()
    assert figures.active.y() == figures.psychologist.y() < figures.social.y()
    widths = {f.width() for f in (figures.active, figures.psychologist, figures.social)}
    assert max(widths) - min(widths) <= 1
