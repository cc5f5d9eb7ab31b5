"""Erasing asks for a ground, a reason without a name, and one's own passphrase."""

import pytest

from microstructure_desktop.services.effacement import Apercu
from microstructure_desktop.services.effacement_copies import AReprendre
from microstructure_desktop.store.failures import WrongPassphrase
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.conservation.erase_dialog import EraseDialog
from tests import factories as make
from tests.ui import a11y

MOTIF = "Vingt ans passés, décidé en équipe"


@pytest.fixture
def dialog(page_of):
    seen = Apercu(make.a_patient(nom="Légende"), ("0001",), {}, 0, AReprendre(), suivi_ouvert=False)
    made = EraseDialog(page_of, seen, "Effacer ?", Discretion())
    made.told = []
    made.asked.connect(lambda *said: made.told.append(said))
    made.open()
    yield made
    made.close_done()


def fill(dialog, motif=MOTIF):
    dialog.ground.set_value("demande")
    dialog.motif.setText(motif)
    dialog.secret.edit.setText("ma phrase de passe")


def test_that_what_is_missing_is_said_at_each_field(dialog):
    dialog.accept()
    for field in (dialog.ground_field, dialog.motif_field, dialog.secret_field):
        assert field.error_text
    assert dialog.told == []
    assert a11y.problems(dialog) == []


def test_that_a_reason_never_names_them(dialog):
    fill(dialog, "À la demande de Mme Legende")
    dialog.accept()
    assert "nommer" in dialog.motif_field.error_text
    assert dialog.told == []


def test_that_it_asks_once_and_does_not_close_meanwhile(dialog):
    fill(dialog)
    dialog.accept()
    dialog.accept()
    dialog.reject()
    assert dialog.told == [("demande", MOTIF, "ma phrase de passe")]
    assert dialog.isVisible()
    assert not dialog.cancel_button.isEnabled()


def test_that_a_refusal_empties_the_passphrase_alone(dialog):
    fill(dialog)
    dialog.accept()
    dialog.refuse(WrongPassphrase())
    assert dialog.problem.title() == WrongPassphrase.sentence
    assert (dialog.secret.text(), dialog.motif.text()) == ("", MOTIF)
    assert dialog.erase_button.isEnabled()
