"""Appointments left are named as the discreet mode wants, and given one by one or all at once."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.relais import ARelayer, Relais
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.equipe import handover_card
from microstructure_desktop.ui.pages.equipe.handover_card import HandoverCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.factories import a_membre, a_patient, a_rendez_vous
from tests.ui import a11y
from tests.ui.discreet import said_of

ANNE = a_membre()
CLEO = a_membre(id="cleo", prenom="Cléo", nom="Morel", role=Role.PSYCHOLOGUE, actif=False)
PATIENT = a_patient()
TAKEN = "Dr Lemoine reçoit déjà quelqu’un."


def a_line(*reserves):
    rdv = a_rendez_vous(patient=PATIENT.id, membre="cleo", jour=date(2026, 12, 3), heure=time(9))
    return ARelayer(rdv, PATIENT, CLEO, reserves)


LINES = (a_line(TAKEN), a_line())


@pytest.fixture
def card(show):
    def shown(relais):
        made = show(HandoverCard(Discretion()), 800, 500)
        made.show_relais(relais)
        return made

    return shown


def said(card):
    return [part.text() for kind in (Label, Paragraph) for part in card.findChildren(kind)]


def test_that_each_line_says_who_when_with_whom_and_what_speaks_against(card):
    made = card(Relais(LINES, (ANNE,), ANNE))
    words = said(made)
    assert words.count("GARNIER Éloïse") == 2
    assert words.count("jeu.\u00a03\u00a0déc. à 09:00 · avec C. Morel") == 2
    assert words.count(TAKEN) == 1
    assert made.what.text().startswith("2\u00a0rendez-vous à venir")
    assert a11y.problems(made) == []


def test_that_it_is_not_there_when_there_is_nothing_to_give(card):
    assert card(Relais((), (ANNE,), ANNE)).isHidden()


def test_that_one_is_given_or_all(card, qtbot):
    made = card(Relais(LINES, (ANNE,), ANNE))
    with qtbot.waitSignal(made.given) as one:
        made.buttons[1].click()
    assert one.args == [(LINES[1].rendez_vous.id,), ANNE]
    with qtbot.waitSignal(made.given) as both:
        made.all_button.click()
    assert both.args[0] == tuple(x.rendez_vous.id for x in LINES)


def test_that_without_a_colleague_nothing_can_be_given(card):
    made = card(Relais(LINES, (), None))
    assert made.buttons == []
    assert not made.all_button.isVisible()
    assert made.isVisible()


def test_that_names_are_hidden_by_the_discreet_mode(show):
    discretion = Discretion()
    made = show(HandoverCard(discretion), 800, 500)
    made.show_relais(Relais(LINES, (ANNE,), ANNE))
    discretion.switch(on=True)
    assert said_of(("Garnier",)) == []
    assert said(made).count(discretion.name(PATIENT)) == 2


def test_that_a_long_list_shows_its_beginning(card, monkeypatch):
    monkeypatch.setattr(handover_card, "_MOST", 1)
    made = card(Relais(LINES, (ANNE,), ANNE))
    assert len(made.buttons) == 1
    assert "Les 1 premiers" in made.what.text()
