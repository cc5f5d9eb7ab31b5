"""The agenda: from the themes, in an order that the keyboard changes."""

import pytest

from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services.reseau import reseau
from microstructure_desktop.ui.pages.autres_reunions.points_card import PointsCard
from tests.ui import a11y

THREE = (Point("Un"), Point("Deux", "Dit."), Point("Trois"))


@pytest.fixture
def card(theme, show, meeting):
    def shown(**changes):
        made = PointsCard()
        made.opened = meeting(**changes)
        show(made, 800, 600)
        made.show_meeting(made.opened)
        return made

    return shown


def titles(card):
    return [p.titre for p in card.points()]


def test_that_a_meeting_comes_back_as_it_was_shown(card):
    made = card(etat=Etat.EN_COURS, points=THREE)
    assert a11y.problems(made) == []
    assert made.applied(made.opened.reunion) == made.opened.reunion


def test_that_a_point_is_added_where_the_keyboard_goes(qtbot, card):
    made = card(points=THREE)
    with qtbot.waitSignal(made.edited):
        made.add_button.click()
    assert titles(made) == ["Un", "Deux", "Trois", ""]
    assert made.rows[-1].title.hasFocus()


def test_that_themes_not_taken_yet_are_offered(card):
    first = reseau().themes[0]
    made = card(etat=Etat.EN_COURS, points=(Point(first.titre),))
    made.theme_button.click()
    offered = [a.text() for a in made.menu.actions()]
    assert offered == [t.titre for t in reseau().themes[1:]]
    made.menu.actions()[0].trigger()
    made.menu.close()
    assert titles(made) == [first.titre, reseau().themes[1].titre]
    assert made.rows[-1].text.editor.hasFocus()
    other = card(nature=TypeReunion.CRISE)
    assert not other.theme_button.isVisible()


def test_that_the_order_changes_and_the_keyboard_follows(card):
    made = card(points=THREE)
    made.rows[2].up_button.click()
    assert titles(made) == ["Un", "Trois", "Deux"]
    assert made.rows[1].up_button.hasFocus()
    made.rows[1].up_button.click()
    assert titles(made) == ["Trois", "Un", "Deux"]
    assert made.rows[0].title.hasFocus()
    made.rows[0].down_button.click()
    assert titles(made) == ["Un", "Trois", "Deux"]
    made.rows[1].remove_button.click()
    assert titles(made) == ["Un", "Deux"]


def test_that_an_empty_agenda_says_so(card):
    made = card()
    assert made._none.isVisible()
    made.add("Divers")
    assert not made._none.isVisible()


def test_that_a_text_without_a_title_is_said(card):
    made = card(etat=Etat.EN_COURS, points=THREE)
    assert not made.show_problems()
    made.rows[1].title.setText("")
    assert made.show_problems()
    assert made.rows[1].title.hasFocus()


def test_that_a_closed_meeting_is_only_read(card):
    made = card(etat=Etat.CLOSE, points=THREE)
    assert not made.add_button.isVisible()
    assert not made.theme_button.isVisible()
    assert all(row.title.isReadOnly() for row in made.rows)
