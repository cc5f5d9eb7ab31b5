"""How sure an identity is, and whether the person was informed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Attribut, Identite, StatutIdentite
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.identity_state_card import IdentityStateCard, tags_of
from tests.cabinet import TODAY
from tests.factories import a_patient
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def card(show, desk):
    return show(IdentityStateCard(desk.context), 320, 200)


def texts(card):
    return [label.text() for label in card.findChildren(QLabel)]


def test_that_each_state_is_a_word():
    confirmed = Identite(
        statut=StatutIdentite.VALIDEE, attributs=(Attribut.HOMONYME, Attribut.FICTIF)
    )
    assert tags_of(a_patient()) == [("Provisoire", "mute")]
    assert [words for words, _ in tags_of(a_patient(identite=confirmed))] == [
        "Validée",
        "Homonyme",
        "Fictive",
    ]
    assert tags_of(a_patient(anonyme=True)) == [("Sous alias, hors forfait", "info")]


def test_that_missing_information_is_told_and_can_be_noted(qtbot, card, desk, sophie):
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert any("n’est pas notée comme remise" in text for text in texts(card))
    assert a11y.problems(card) == []
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.edit_button.click()
    assert chosen.args == [Route("dossier", patient_id=sophie.id, formulaire="identite")]


def test_that_information_says_when_by_whom_and_how(card, desk, sophie):
    known = dossiers.dossier(desk.office, sophie.id)
    informed = replace(
        sophie,
        information_remise=TODAY,
        information_par=desk.context.membre.id,
        information_support="ORAL",
    )
    card.show_dossier(replace(known, patient=informed))
    assert (
        "Information remise le 19\u00a0novembre\u00a02026 par C. Modèle, dite à voix haute"
        in texts(card)
    )


def test_that_who_only_reads_is_offered_nothing(show, team, theme, sophie):
    desk = make_desk(team, theme, Role.PSYCHIATRE)
    card = show(IdentityStateCard(desk.context), 320, 200)
    card.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert not card.edit_button.isVisible()
