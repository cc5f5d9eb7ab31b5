"""The team, and the form for the next account."""

from microstructure_desktop.ui.pages.reglages.team_card import TeamCard
from microstructure_desktop.ui.widgets.labels import Label


def test_that_each_member_is_named_with_their_role(qtbot, team):
    card = TeamCard()
    qtbot.addWidget(card)
    card.show_team(tuple(office.membre for office in team.offices.values()), may_manage=True)
    words = [label.text() for label in card.findChildren(Label)]
    assert "Dr Paul Exemple" in words
    assert "Psychologue" in words


def test_that_cancelling_forgets_what_was_typed(qtbot, taper):
    card = TeamCard()
    qtbot.addWidget(card)
    card.show()
    card.add_button.click()
    taper(card.form.nom, "Esquisse")
    taper(card.form.passphrase.edit, "des mots à la suite")
    card.cancel_button.click()
    assert not card.form.isVisible()
    assert (card.form.nom.text(), card.form.secret()) == ("", "")


def test_that_an_incomplete_account_is_not_asked_for(qtbot):
    card = TeamCard()
    qtbot.addWidget(card)
    card.show()
    card.add_button.click()
    with qtbot.assertNotEmitted(card.account_asked):
        card.create_button.click()
    assert card.form.fields["nom"].error_text
