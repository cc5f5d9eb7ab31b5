"""The year before is shown by groups, and joined only by who says so."""

import pytest

from microstructure_desktop.services import profil
from microstructure_desktop.ui.pages.partage.profile_card import ProfileCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.services.mois import agreed


@pytest.fixture
def card(qtbot):
    made = ProfileCard(may_write=True)
    qtbot.addWidget(made)
    return made


def test_that_without_an_agreement_there_is_nothing_to_see(card):
    card.show_profile(None, joint=False)
    assert card.isHidden()


def test_that_what_would_be_joined_is_said_before_it_is(qtbot, card, team):
    agreed(team, profils=True)
    card.show_profile(profil.profil(team.medecin, 2025), joint=False)
    said = [x.text() for kind in (Label, Paragraph) for x in card.findChildren(kind)]
    assert card.joined.text() == "Joindre l’année 2025 à ce mois"
    assert "non diffusé" in said
    assert any("11 personnes ou plus" in words for words in said)
    with qtbot.waitSignal(card.joint_changed) as asked:
        card.joined.click()
    assert asked.args == [True]


def test_that_showing_it_asks_for_nothing(qtbot, card, team):
    agreed(team, profils=True)
    with qtbot.assertNotEmitted(card.joint_changed):
        card.show_profile(profil.profil(team.medecin, 2025), joint=True)
    assert card.joined.isChecked()


def test_that_who_only_reads_chooses_nothing(qtbot, team):
    reader = ProfileCard(may_write=False)
    qtbot.addWidget(reader)
    agreed(team, profils=True)
    reader.show_profile(profil.profil(team.medecin, 2025), joint=False)
    assert not reader.joined.isEnabled()
