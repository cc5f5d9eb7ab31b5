"""Who somebody is, as typed."""

from datetime import date

import pytest

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.ui.pages.patients.fields import TICKED, Fields
from microstructure_desktop.ui.pages.patients.identity_card import IdentityCard, typed_of
from tests.cabinet import TODAY
from tests.factories import a_patient
from tests.ui import a11y


@pytest.fixture
def card(show, desk, qapp):
    fields = Fields(qapp)
    made = IdentityCard(fields, desk.context.reference, lambda: TODAY)
    made.fields = fields
    return show(made, 520, 600)


def test_that_the_form_can_be_read_and_reached(card):
    assert a11y.problems(card) == []
    assert card.fields.text("sexe") == Sexe.NR


def test_that_saying_yes_proposes_today(card):
    assert card.information_day() is None
    card.informed.click()
    assert card.information_day() == TODAY
    card.fields.set_typed({"information_remise": "01/11/2026"})
    assert card.information_day() == date(2026, 11, 1)
    card.informed.click()
    assert card.information_day() is None


def test_that_somebody_known_is_shown_as_they_would_be_typed(card):
    known = a_patient(information_remise=date(2026, 3, 3), sexe=Sexe.AUTRE)
    typed = typed_of(known)
    card.fields.set_typed(typed)
    assert card.fields.typed() == typed
    assert typed["informee"] == TICKED
    assert card.information_day() == date(2026, 3, 3)
    assert typed_of(a_patient())["informee"] == ""
