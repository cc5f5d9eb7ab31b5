"""A member is corrected field by field; what is wrong is said where it is."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.comptes import NobodyManages
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.ui.pages.equipe.member_dialog import MemberDialog
from tests.factories import a_membre
from tests.ui import a11y

ANNE = a_membre(rpps="10000000009")


@pytest.fixture
def dialog(show):
    made = MemberDialog(show(QWidget(), 800, 600), ANNE)
    made.open()
    yield made
    made.reject()


def test_that_it_opens_on_what_is_known(dialog):
    assert dialog.saisi() == NouveauMembre("Anne", "Lemoine", Role.MEDECIN, "10000000009")
    assert not dialog.change.isVisible()
    assert a11y.problems(dialog) == []


def test_that_what_is_typed_is_asked_for_once(dialog, qtbot, taper):
    dialog.nom.clear()
    taper(dialog.nom, "Lemoyne")
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.save_button.click()
    assert asked.args[0].nom == "Lemoyne"
    assert not dialog.save_button.isEnabled()
    dialog.close_saved()
    assert not dialog.isVisible()


@pytest.mark.parametrize(("field", "text"), [("prenom", ""), ("nom", " "), ("rpps", "10000000008")])
def test_that_each_fault_is_said_at_its_field(dialog, qtbot, field, text):
    getattr(dialog, field).setText(text)
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.save_button.click()
    assert [name for name, shown in dialog.fields.items() if shown.error_text] == [field]
    assert dialog.isVisible()


def test_that_another_role_says_what_becomes_of_the_rest(dialog):
    dialog.role.set_value(Role.PSYCHIATRE.value)
    dialog.role.changed.emit(Role.PSYCHIATRE.value)
    assert "prochain déverrouillage" in dialog.change.text()
    dialog.role.set_value(Role.MEDECIN.value)
    dialog.role.changed.emit(Role.MEDECIN.value)
    assert not dialog.change.isVisible()


def test_that_a_refusal_leaves_what_was_typed(dialog):
    dialog.save_button.click()
    dialog.refuse(NobodyManages())
    assert "Il ne resterait personne" in dialog.fields["role"].error_text
    assert dialog.save_button.isEnabled()
    assert dialog.isVisible()
