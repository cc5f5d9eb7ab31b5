"""Who somebody is, as typed."""

from datetime import date

import pytest

from microstructure_desktop.domain.patient import Attribut, Identite, Sexe
from microstructure_desktop.ui.pages.patients.birth_card import BirthCard
from microstructure_desktop.ui.pages.patients.fields import TICKED, Fields
from microstructure_desktop.ui.pages.patients.identity_card import IdentityCard, typed_of
from tests.cabinet import TODAY
from tests.factories import a_patient
from tests.ui import a11y


@pytest.fixture
def card(show, desk, qapp):
    fields = Fields(qapp)
    made = IdentityCard(fields, desk.context.reference, lambda: TODAY, desk.context.membre)
    made.birth_card = BirthCard(fields, desk.context.reference)
    made.fields = fields
    return show(made, 520, 600)


def test_that_the_form_can_be_read_and_reached(card):
    assert a11y.problems(card) == []
    assert card.fields.text("sexe") == Sexe.NR
    card.alias.click()
    assert a11y.problems(card) == []


def test_that_an_alias_asks_for_a_year_only(card):
    card.fields.set_typed({"naissance": "14/05/1992"})
    assert card.birth() == date(1992, 5, 14)
    card.alias.click()
    assert card.fields.field("nom").label.text() == "Alias"
    hidden = [n for n in ("prenom", "naissance", "telephone") if card.fields.field(n).isHidden()]
    assert hidden == ["prenom", "naissance", "telephone"]
    assert card.birth() == date(1992, 1, 1)
    card.alias.click()
    assert card.birth() == date(1992, 5, 14)


@pytest.mark.parametrize("typed", ["92", "0000", "mai 1992", "١٩٩٢", ""])
def test_that_what_is_no_year_is_not_guessed(card, typed):
    card.alias.click()
    card.fields.set_typed({"annee": typed})
    assert card.birth() is None


def test_that_somebody_known_is_shown_as_they_would_be_typed(card, desk):
    me = desk.context.membre.id
    known = a_patient(
        information_remise=date(2026, 3, 3),
        information_par=me,
        information_support="ORAL",
        sexe=Sexe.AUTRE,
        identite=Identite("Roy", "Éloïse Anne", "31555", attributs=(Attribut.DOUTEUX,)),
    )
    typed = typed_of(known)
    card.fields.set_typed(typed)
    assert card.fields.typed() == typed
    assert (typed["informee"], typed["douteux"], typed["homonyme"]) == (TICKED, TICKED, "")
    assert card.information.day() == date(2026, 3, 3)
    assert typed_of(a_patient())["informee"] == ""


def test_that_an_alias_known_is_shown_by_its_year(card):
    known = a_patient(nom="Mistral", prenom="", naissance=date(1990, 1, 1), anonyme=True)
    typed = typed_of(known)
    assert (typed["annee"], typed["naissance"]) == ("1990", "")
    card.fields.set_typed(typed)
    assert (card.anonymous, card.birth()) == (True, date(1990, 1, 1))
