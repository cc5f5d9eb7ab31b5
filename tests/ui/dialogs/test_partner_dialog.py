"""A partner is asked for in one small window, and what is wrong is said at its field."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.services import shipped
from microstructure_desktop.services.annuaire import PartenaireSaisi, PartnerKnown
from microstructure_desktop.ui.dialogs.partner_dialog import PartnerDialog
from tests.ui import a11y

KNOWN = Partenaire("p", "Pharmacie du Port", "PHARMACIE", "05 61 00 11 22", adresse="Sète")


@pytest.fixture
def opened(qtbot, theme, show):
    window = show(QWidget(), 1024, 640)

    def opener(known=None, **options):
        dialog = PartnerDialog(window, shipped.shipped(), known, **options)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return opener


def test_that_a_known_one_is_shown_whole(qtbot, opened):
    dialog = opened(KNOWN)
    assert a11y.problems(dialog) == []
    assert dialog.focusWidget() is dialog.fields["nom"].editor
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.save_button.click()
    assert asked.args[0] == PartenaireSaisi(
        "Pharmacie du Port", "PHARMACIE", "05 61 00 11 22", "", "Sète", ""
    )
    assert dialog.isVisible()  # until it is kept
    dialog.close_saved()
    assert not dialog.isVisible()


def test_that_what_is_wrong_is_said_at_its_field_and_nothing_is_asked(qtbot, opened):
    dialog = opened()
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.save_button.click()
    assert {name for name, field in dialog.fields.items() if field.error_text} == {"nom", "type"}
    assert dialog.focusWidget() is dialog.fields["nom"].editor
    assert a11y.problems(dialog) == []


def test_that_with_the_name_typed_the_kind_is_asked_next(opened):
    dialog = opened(nom="Pharmacie du Port", verb="Créer et ajouter")
    assert dialog.focusWidget() is dialog.fields["type"].editor
    assert dialog.saisi().nom == "Pharmacie du Port"
    assert dialog.save_button.text() == "Créer et ajouter"


def test_that_a_refusal_is_said_and_it_can_be_tried_again(opened):
    dialog = opened(KNOWN)
    dialog.save_button.click()
    dialog.refuse(PartnerKnown())
    assert "déjà dans l’annuaire" in dialog.fields["nom"].error_text
    assert dialog.save_button.isEnabled()
