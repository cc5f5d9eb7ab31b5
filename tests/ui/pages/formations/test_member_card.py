"""One member: what is missing, what was followed, what proves it."""

import pytest

from microstructure_desktop.services import formations
from microstructure_desktop.ui.pages.formations.member_card import MemberCard
from microstructure_desktop.ui.widgets.buttons import Button
from tests.ui import a11y


@pytest.fixture
def card(desk, followed, show):
    def shown(rank=1, *, may_write=True):
        suivi = formations.registre(desk.office).suivis[rank]
        made = MemberCard(suivi, desk.context.reference, may_write=may_write)
        return show(made, 760, 260)

    return shown


def named(card, words):
    return next(b for b in card.findChildren(Button) if b.accessibleName().startswith(words))


def tips(card):
    return [b.toolTip() for b in card.findChildren(Button) if b.isVisible() and b.toolTip()]


def test_that_what_is_missing_stands_under_the_name(card):
    made = card()
    assert a11y.problems(made) == []
    assert made.state.text() == "Reste à suivre\xa0: Addictologie."


def test_that_each_act_is_told_with_what_it_is_about(qtbot, card):
    made = card()
    concept = made.suivi.lignes[0]
    with qtbot.waitSignal(made.open_asked) as opened:
        named(made, "Attestation").click()
    assert opened.args == [concept.attestation]
    buttons = {b.toolTip(): b for b in made.findChildren(Button)}
    for words, asked in (("Corriger", made.edit_asked), ("Retirer", made.remove_asked)):
        with qtbot.waitSignal(asked) as told:
            buttons[f"{words}\xa0: Premiers pas"].click()
        assert told.args == [concept]
    with qtbot.waitSignal(made.add_asked):
        made.add_button.click()


def test_that_who_only_reads_changes_nothing(card):
    made = card(may_write=False)
    assert not made.add_button.isVisible()
    assert not [tip for tip in tips(made) if tip.startswith(("Corriger", "Retirer"))]


def test_that_nothing_is_expected_of_the_secretariat(card):
    assert card(-1).state.text() == ""
