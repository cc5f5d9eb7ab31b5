"""An account is asked for with its faults said at their fields."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.account_form import AccountForm
from tests.ui import a11y


def filled(qtbot, taper, *, again="une phrase assez longue"):
    form = AccountForm()
    qtbot.addWidget(form)
    form.show()
    taper(form.prenom, "Zoé")
    taper(form.nom, "Canevas")
    form.role.set_value(Role.PSYCHOLOGUE.value)
    taper(form.passphrase.edit, "une phrase assez longue")
    taper(form.again.edit, again)
    return form


def test_that_a_complete_form_gives_its_member(qtbot, taper):
    form = filled(qtbot, taper)
    assert form.check()
    membre = form.membre()
    assert (membre.prenom, membre.nom, membre.role) == ("Zoé", "Canevas", Role.PSYCHOLOGUE)
    assert form.secret() == "une phrase assez longue"
    assert a11y.problems(form) == []


def test_that_an_empty_form_names_every_field_and_goes_to_the_first(qtbot):
    form = AccountForm()
    qtbot.addWidget(form)
    form.show()
    assert not form.check()
    wrong = [name for name, field in form.fields.items() if field.error_text]
    assert wrong == ["prenom", "nom", "passphrase"]
    assert form.focusWidget() is form.prenom


def test_that_a_second_phrase_that_differs_is_said_and_nothing_is_erased(qtbot, taper):
    form = filled(qtbot, taper, again="une phrase assez longe")
    assert not form.check()
    assert "différentes" in form.fields["again"].error_text
    assert form.again.text() == "une phrase assez longe"


def test_that_secrets_are_emptied_on_request(qtbot, taper):
    form = filled(qtbot, taper)
    form.clear_secret()
    assert (form.passphrase.text(), form.again.text()) == ("", "")
    assert form.nom.text() == "Canevas"
