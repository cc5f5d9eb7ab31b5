"""The team, and the way to where it is changed."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.pages.reglages.team_card import TeamCard
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.tag import Tag


def shown(qtbot, team, *, may_manage=True):
    card = TeamCard()
    qtbot.addWidget(card)
    membres = [office.membre for office in team.offices.values()]
    away = replace(team.psychologue.membre, actif=False)
    card.show_team(
        tuple(away if m.role is Role.PSYCHOLOGUE else m for m in membres), may_manage=may_manage
    )
    return card


def test_that_each_member_is_named_with_their_role(qtbot, team):
    words = [label.text() for label in shown(qtbot, team).findChildren(Label)]
    assert "Dr Paul Exemple" in words
    assert "Psychologue" in words


def test_that_who_was_taken_out_for_good_is_not_there(qtbot, team):
    card = shown(qtbot, team)
    left = replace(team.psychologue.membre, actif=False, retire_le=date(2026, 11, 19))
    card.show_team((team.medecin.membre, left), may_manage=True)
    words = {label.text() for label in card.findChildren(Label) if not label.isHidden()}
    assert team.medecin.membre.nom_complet in words
    assert card.findChildren(Tag) == []
    assert card._members.count() == 1


def test_that_who_is_suspended_is_said_to_be(qtbot, team):
    assert [tag.text() for tag in shown(qtbot, team).findChildren(Tag)] == ["Suspendu"]


def test_that_the_button_says_what_can_be_done_there(qtbot, team):
    assert shown(qtbot, team).open_button.text().startswith("Gérer")
    card = shown(qtbot, team, may_manage=False)
    assert card.open_button.text().startswith("Voir")
    with qtbot.waitSignal(card.asked):
        card.open_button.click()
