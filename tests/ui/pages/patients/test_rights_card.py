"""What the person objects to, and the way to change it."""

import pytest
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, droits_personne
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.rights_card import RightsCard
from microstructure_desktop.ui.widgets.buttons import Button
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


def objecting(team, patient, **before):
    droits_personne.declarer(
        team.psychologue, patient.id, Cible(Objet.PARTAGE, **before), oppose=True, jour=TODAY
    )


def texts(card):
    return [label.text() for label in card.findChildren(QLabel)]


@pytest.fixture
def card(show, desk):
    return show(RightsCard(desk.context), 320, 300)


def test_that_nothing_said_is_said_so(card, desk, sophie):
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert any("Aucune opposition" in text for text in texts(card))
    assert a11y.problems(card) == []


def test_that_an_objection_says_before_whom_and_can_be_lifted(qtbot, card, desk, team, sophie):
    objecting(team, sophie, role=Role.MEDECIN)
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert "S’oppose au partage avec les médecins" in texts(card)
    lift = next(b for b in card.findChildren(Button) if b.text() == "Lever")
    with qtbot.waitSignal(card.lift_asked) as asked:
        lift.click()
    assert asked.args == [Cible(Objet.PARTAGE, None, Role.MEDECIN)]


def test_that_noting_one_is_one_click_away(qtbot, card, desk, sophie):
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.add_button.click()
    assert chosen.args == [Route("dossier", patient_id=sophie.id, formulaire="droits")]


def test_that_who_may_not_write_it_only_reads(show, team, theme, sophie):
    objecting(team, sophie)
    desk = make_desk(team, theme, Role.PSYCHIATRE)
    card = show(RightsCard(desk.context), 320, 300)
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert not any(b.isVisible() for b in card.findChildren(Button))
    desk.settle()
