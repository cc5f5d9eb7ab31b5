"""The drill keeps what was typed when it is refused, and forgets it when it is done."""

import pytest

from microstructure_desktop.services import restauration, sauvegardes
from microstructure_desktop.services.secret_sauvegarde import Code, Phrase
from microstructure_desktop.store.backup_failures import BackupUnreadable
from microstructure_desktop.store.recovery_code import CodeUnreadable
from microstructure_desktop.ui.pages.sauvegardes.drill_dialog import TRYING, DrillDialog
from tests.cabinet import PASSPHRASE
from tests.ui import a11y


@pytest.fixture
def dialog(qtbot, theme, team):
    path = sauvegardes.sauvegarder(team.medecin).chemin
    made = DrillDialog(None, path, restauration.regarder(path))
    qtbot.addWidget(made)
    made.open()
    made.asks = []
    made.asked.connect(lambda _path, secret: made.asks.append(secret))
    return made


def test_that_a_passphrase_or_the_sheet_is_asked_for(dialog, team, taper):
    dialog.try_button.click()
    assert dialog.secret.passphrase_field.error_text == "Entrez la phrase de passe de ce compte."
    assert dialog.asks == []
    taper(dialog.secret.passphrase.edit, PASSPHRASE)
    dialog.try_button.click()
    assert dialog.asks == [Phrase(team.medecin.membre.id, PASSPHRASE)]
    assert dialog.try_button.text() == TRYING
    dialog.try_button.click()
    assert len(dialog.asks) == 1
    assert a11y.problems(dialog) == []


def test_that_a_refused_code_stays_with_the_group_to_look_at(dialog, taper):
    dialog.secret.way.part("feuille").click()
    taper(dialog.secret.code, "ABCDE 12345")
    dialog.try_button.click()
    assert dialog.asks == [Code("ABCDE 12345")]
    dialog.refuse(CodeUnreadable([3]))
    assert "groupe 3" in dialog.secret.code_field.error_text
    assert dialog.secret.code.text() == "ABCDE 12345"
    dialog.refuse(BackupUnreadable())
    assert dialog.outcome.title() == BackupUnreadable.sentence
    assert a11y.problems(dialog) == []
