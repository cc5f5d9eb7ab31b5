"""Who informed the person, when and how."""

from datetime import date

import pytest

from microstructure_desktop.ui.pages.patients.fields import Fields
from microstructure_desktop.ui.pages.patients.information_block import InformationBlock
from tests.cabinet import TODAY
from tests.ui import a11y


@pytest.fixture
def block(show, desk, qapp):
    fields = Fields(qapp)
    reference, me = desk.context.reference, desk.context.membre
    made = InformationBlock(fields, reference, lambda: TODAY, me)
    made.fields = fields
    return show(made, 700, 300)


def test_that_saying_yes_proposes_today_and_who_is_at_the_keyboard(block, desk, team):
    block.set_members([team.medecin.membre, desk.context.membre])
    assert block.day() is None
    block.informed.click()
    assert block.day() == TODAY
    assert block.fields.text("information_par") == desk.context.membre.id
    assert a11y.problems(block) == []


def test_that_another_day_and_another_member_stay(block, desk, team):
    block.set_members([team.medecin.membre, desk.context.membre])
    other = {"information_remise": "01/11/2026", "information_par": team.medecin.membre.id}
    block.fields.set_typed(other)
    block.informed.click()
    assert block.day() == date(2026, 11, 1)
    assert block.fields.text("information_par") == team.medecin.membre.id
    block.informed.click()
    assert block.day() is None
