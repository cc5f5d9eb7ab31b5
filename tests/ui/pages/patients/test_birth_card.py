"""The traits of birth, folded until they are needed, and what confirmed them."""

from datetime import date

import pytest

from microstructure_desktop.domain.patient import Attribut, Identite, StatutIdentite
from microstructure_desktop.services.identites import IdentiteSaisie
from microstructure_desktop.ui.pages.patients.birth_card import BirthCard, birth_typed
from microstructure_desktop.ui.pages.patients.fields import Fields
from tests.factories import a_patient
from tests.ui import a11y


@pytest.fixture
def card(show, desk, qapp):
    fields = Fields(qapp)
    made = BirthCard(fields, desk.context.reference)
    made.fields = fields
    return show(made, 560, 600)


def shown(card):
    return card.fields.editor("nom_naissance").isVisible()


def test_that_it_is_folded_until_asked(card):
    assert not shown(card)
    assert a11y.problems(card) == []
    card.fold_button.click()
    assert shown(card)
    assert card.fold_button.text() == "Replier"
    assert a11y.problems(card) == []
    card.fold_button.click()
    assert not shown(card)


def test_that_it_opens_on_what_is_written_in_it(card):
    card.unfold_if_told()
    assert not shown(card)
    card.fields.set_typed({"homonyme": "oui"})
    card.unfold_if_told()
    assert shown(card)


def test_that_what_is_typed_is_told(card):
    known = Identite("Roy", "Éloïse Anne", "31555", attributs=(Attribut.FICTIF,))
    card.fields.set_typed({**birth_typed(a_patient(identite=known)), "piece": "PASSEPORT"})
    said = IdentiteSaisie("Roy", "Éloïse Anne", "31555", "PASSEPORT", (Attribut.FICTIF,))
    assert card.saisie() == said


def test_that_a_confirmed_identity_says_by_whom_and_with_what(card, team):
    me = team.medecin.membre
    known = Identite(
        "Roy", "Éloïse", "31555", StatutIdentite.VALIDEE, (), "CNI", me.id, date(2026, 11, 12)
    )
    card.show_known(a_patient(identite=known), [me])
    assert card.state.text() == "Validée"
    assert card.confirmed.text() == (
        "Comparée le 12\u00a0novembre\u00a02026 par Dr Exemple\u00a0: Carte nationale d’identité"
    )
    card.show_known(a_patient(), [me])
    assert card.state.text() == "Provisoire"
    assert not card.confirmed.isVisible()


def test_that_a_loss_is_told_and_taken_back(card):
    card.warn_of_loss(lost=True)
    assert "redeviendra provisoire" in card.lost.text()
    card.warn_of_loss(lost=False)
    assert not card.lost.isVisible()
