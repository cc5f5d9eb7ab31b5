"""Likely duplicates, told while typing."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.pages.patients.duplicates_card import Asked, DuplicatesCard
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y
from tests.ui.desk import make_desk

SAME = Asked("legende", "Sofie", date(1992, 5, 14))


@pytest.fixture
def card(show, desk, sophie):
    return show(DuplicatesCard(desk.context), 300, 400)


def words(card):
    return [x.text() for kind in (Label, Paragraph) for x in card.findChildren(kind)]


def test_that_a_likely_duplicate_is_shown_with_its_reason_and_its_door(qtbot, card, sophie):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    assert "LÉGENDE Sophie" in words(card)
    assert "Même date de naissance, nom qui se prononce de la même façon" in words(card)
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.open_requested) as wanted:
        card.findChild(Button).click()
    assert wanted.args == [sophie.id]


def test_that_it_goes_when_the_name_is_another(qtbot, card):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    card.ask(Asked("Martin", "Paul", date(1992, 5, 14)))
    qtbot.waitUntil(lambda: card.found() == ())
    assert card.findChild(Button) is None


def test_that_a_late_answer_is_dropped(qtbot, desk, card):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    found = card.found()
    card.ask(Asked("", "", None))
    qtbot.waitUntil(lambda: card.found() == ())
    card._on_compared((SAME, found))
    assert card.found() == ()


def test_that_half_a_name_is_not_compared(qtbot, desk, card):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    card.ask(Asked("légende", " ", None))
    qtbot.waitUntil(lambda: card.found() == ())
    assert "s’affichent ici" in card.words.text()


def test_that_somebody_is_not_their_own_duplicate(qtbot, desk, show, sophie, team):
    twin = team.patient("Légende", "Sofia")
    card = show(DuplicatesCard(desk.context, sophie.id), 300, 400)
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    assert [d.ligne.id for d in card.found()] == [twin.id]


def test_that_a_discreet_screen_tells_two_records_apart_by_their_number(qtbot, desk, card, sophie):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    desk.context.discretion.switch(on=True)
    assert "S.\xa0L." in words(card)
    assert "34\xa0ans · n°\xa00001" in words(card)
    said = [b.accessibleName() for b in card.findChildren(Button)]
    assert said[-1] == "Ce n’est pas la même personne\u00a0: S.\u00a0L. · n°\u00a00001"
    assert said[-2] == "Ouvrir le dossier de S.\xa0L. · n°\xa00001"


def test_that_somebody_of_the_same_name_alone_is_no_question(qtbot, card, sophie):
    card.ask(Asked("Légende", "Sophie", date(1958, 8, 30)))
    qtbot.waitUntil(lambda: card.found() != ())
    assert card.words.text().startswith("Quelqu’un d’autre porte ce nom")
    assert "Même nom et même prénom, autre date de naissance" in words(card)
    assert card._sign._name == "users"


def named(card, words):
    return [b for b in card.findChildren(Button) if b.text() == words]


def test_that_another_person_is_told_apart_and_the_answer_taken_back(qtbot, card, sophie):
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    named(card, "Ce n’est pas la même personne")[0].click()
    assert card.apart() == (sophie.id,)
    assert not card.words.text().startswith("Est-ce la même personne")
    named(card, "Finalement, je ne sais pas")[0].click()
    assert card.apart() == ()


def test_that_a_known_namesake_is_not_asked_about_again(qtbot, card, sophie):
    card.set_told_apart(True)
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    assert "LÉGENDE Sophie" in words(card)
    assert named(card, "Ce n’est pas la même personne") == []


@pytest.mark.parametrize(("role", "offered"), [(Role.PSYCHOLOGUE, 1), (Role.SECRETARIAT, 0)])
def test_that_two_records_are_joined_by_who_may(qtbot, show, theme, team, sophie, role, offered):
    twin = team.patient("Légende", "Sofia")
    desk = make_desk(team, theme, role)
    card = show(DuplicatesCard(desk.context, sophie.id), 300, 400)
    card.ask(SAME)
    qtbot.waitUntil(lambda: card.found() != ())
    merges = named(card, "Réunir les deux dossiers…")
    assert len(merges) == offered
    for button in merges:
        with qtbot.waitSignal(card.merge_requested) as wanted:
            button.click()
        assert wanted.args == [twin.id]
