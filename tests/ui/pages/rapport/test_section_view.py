"""A section on screen: what it says, its figures, and the comment that stays."""

from dataclasses import replace

import pytest

from microstructure_desktop.charts.model import Barres, Point, Rangee, Unite
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.rapport_annuel import ChapitreImprime, TableauImprime
from microstructure_desktop.ui.pages.rapport.comment_card import CommentCard
from microstructure_desktop.ui.pages.rapport.section_view import SectionView
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y

CHART = Barres("Actes", Unite("acte"), ("A", "B"), (Rangee("2026", (Point(3), Point(4))),))
TABLE = TableauImprime("Sexe", ("2026",), (("Femme", "12"),))
CHAPTER = ChapitreImprime(
    Section.PROFIL, 4, "Profil", ("24 personnes.",), (CHART,), (TABLE,), "Dit."
)


@pytest.fixture
def view(show):
    def shown(chapitre=CHAPTER):
        comment = CommentCard(Section.PROFIL, 2026, "Dit.", "", may_write=True)
        return show(SectionView(chapitre, comment), 900, 800)

    return shown


def told(view):
    return [w.text() for kind in (Label, Paragraph) for w in view.findChildren(kind)]


def test_that_all_of_it_is_shown(view):
    made = view()
    assert a11y.problems(made) == []
    assert {"4. Profil", "24 personnes.", "Femme"} <= set(told(made))
    assert (len(made.charts), len(made.tables)) == (1, 1)


def test_that_new_figures_leave_the_comment_where_it_is(view):
    made = view()
    kept = made.comment
    kept.area.set_text("En train d’écrire")
    before = made.tables
    made.show_section(replace(CHAPTER, commentaire="Autre"))
    assert made.tables is before
    made.show_section(replace(CHAPTER, tableaux=()))
    assert made.tables == []
    assert made.comment is kept
    assert kept.text() == "En train d’écrire"


def test_that_an_empty_section_says_so(view):
    made = view(replace(CHAPTER, phrases=(), vide="Rien n’est noté pour cette partie."))
    assert "Rien n’est noté pour cette partie." in told(made)
