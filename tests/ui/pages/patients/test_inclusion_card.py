"""The programme entered, since when and through whom."""

from datetime import date

import pytest

from microstructure_desktop.ui.pages.patients.fields import Fields
from microstructure_desktop.ui.pages.patients.inclusion_card import InclusionCard
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def make(show, desk, qapp):
    def made(*, may_wait, born=None):
        fields = Fields(qapp)
        reference = desk.context.reference
        card = InclusionCard(fields, reference, lambda: TODAY, lambda: born, may_wait=may_wait)
        card.fields = fields
        return show(card, 520, 400)

    return made


def offered(card):
    return [card.programme.itemData(at) for at in range(card.programme.count())]


def test_that_today_and_an_unknown_origin_are_proposed(make):
    card = make(may_wait=False)
    assert a11y.problems(card) == []
    assert card.fields.day("debut") == TODAY
    assert card.fields.text("orienteur") == "NR"
    assert "" not in offered(card)


def test_that_not_including_hides_what_it_would_ask(make):
    card = make(may_wait=True)
    debut = card.fields.editor("debut")
    card.fields.set_typed({"programme": "COVID_SM"})
    assert debut.isVisible()
    card.fields.set_typed({"programme": ""})
    assert not debut.isVisible()


def test_that_an_alias_is_offered_no_funded_programme_and_told_why(make):
    card = make(may_wait=True)
    card.fields.set_typed({"programme": "EQUIPADDICT"})
    card.set_anonymous(True)
    assert offered(card) == ["MSMA_HORS_FORFAIT", ""]
    assert card.fields.text("programme") == "MSMA_HORS_FORFAIT"
    assert "forfait" in card.fields.field("programme").hint_text
    card.set_anonymous(False)
    assert card.fields.text("programme") == "EQUIPADDICT"
    assert "COVID_SM" in offered(card)


def test_that_not_including_an_alias_stays_so(make):
    card = make(may_wait=True)
    card.fields.set_typed({"programme": ""})
    card.set_anonymous(True)
    assert card.fields.text("programme") == ""


def test_that_an_unusual_age_is_said_and_never_stops_anybody(make):
    """Seventeen today, eighteen in March."""
    card = make(may_wait=True, born=date(2009, 3, 1))
    card.fields.set_typed({"programme": "EQUIPADDICT"})
    assert card.about.caution.text().startswith("17\u00a0ans")
    card.fields.set_typed({"debut": "02/03/2027"})
    assert card.about.caution.text() == ""
    card.fields.set_typed({"programme": ""})
    assert not card.about.isVisible()
