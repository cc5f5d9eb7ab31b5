"""A way is typed field by field; each kind asks only for what it uses."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.services.canaux import ChannelUnusable
from microstructure_desktop.ui.pages.echanges.way_dialog import WayDialog
from tests.ui import a11y

HOST_KEY = "SHA256:" + "A" * 43
EMPTY = Reglage(CanalId("c"), TypeCanal.NEXTCLOUD, "", "")
DAV = Reglage(CanalId("c"), TypeCanal.WEBDAV, "Compte", "https://exemple.fr/dav/", "oliviers")


@pytest.fixture
def opened(theme, show, qtbot):
    page = show(QWidget(), 900, 800)

    def opener(reglage, *, known=True, protegee=False):
        dialog = WayDialog(page, reglage, known=known, protegee=protegee)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return opener


def asked(dialog) -> set[str]:
    return {name for name, field in dialog.fields.items() if field.isVisible()} - {"type", "nom"}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (TypeCanal.NEXTCLOUD, {"adresse", "secret"}),
        (TypeCanal.WEBDAV, {"adresse", "compte", "secret"}),
        (TypeCanal.SFTP, {"adresse", "compte", "secret", "empreinte_hote"}),
        (TypeCanal.HTTPS, {"adresse", "compte", "secret"}),
        (TypeCanal.COURRIEL, {"adresse"}),
        (TypeCanal.DOSSIER, {"adresse"}),
        (TypeCanal.PAPIER, set()),
    ],
)
def test_that_each_kind_asks_for_what_it_uses(opened, kind, fields):
    dialog = opened(EMPTY, known=False)
    dialog.kind.set_value(kind.value)
    dialog.kind.changed.emit(kind.value)
    assert asked(dialog) == fields
    assert dialog.folder_button.isVisible() is (kind is TypeCanal.DOSSIER)
    assert a11y.problems(dialog) == []


def test_that_what_is_wrong_is_said_at_its_field(qtbot, opened):
    dialog = opened(EMPTY, known=False)
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.save_button.click()
    assert dialog.fields["nom"].error_text
    assert "https://" in dialog.fields["adresse"].error_text
    assert dialog.isVisible()


def test_that_what_was_typed_is_asked_to_be_kept(qtbot, opened, taper, tmp_path):
    dialog = opened(replace(EMPTY, type=TypeCanal.DOSSIER), known=False)
    taper(dialog.nom, "Clé")
    dialog._on_folder_chosen(str(tmp_path))
    with qtbot.waitSignal(dialog.asked) as told:
        dialog.save_button.click()
    (saisi,) = told.args
    assert (saisi.type, saisi.nom, saisi.adresse) == (TypeCanal.DOSSIER, "Clé", str(tmp_path))
    dialog.refuse(ChannelUnusable())
    assert dialog.save_button.isEnabled()
    assert "ne peut pas" in dialog.fields["adresse"].error_text
    dialog.close_saved()
    assert not dialog.isVisible()


def test_that_a_password_is_hidden_kept_and_asked_again_for_another_place(qtbot, opened, taper):
    dialog = opened(DAV, protegee=True)
    assert dialog.secret.text() == ""
    assert dialog.secret.edit.echoMode() is QLineEdit.EchoMode.Password
    assert "gardé" in dialog.fields["secret"].hint_text
    with qtbot.waitSignal(dialog.asked):
        dialog.save_button.click()
    dialog.save_button.setEnabled(True)
    dialog.adresse.setText("https://ailleurs.fr/dav/")
    assert "gardé" not in dialog.fields["secret"].hint_text
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.save_button.click()
    assert "mot de passe" in dialog.fields["secret"].error_text


def test_that_the_key_of_a_server_is_asked_and_filled_in(qtbot, opened):
    sftp = replace(DAV, type=TypeCanal.SFTP, adresse="exemple.fr/depot")
    dialog = opened(sftp, protegee=True)
    with qtbot.waitSignal(dialog.host_asked) as told:
        dialog.host_button.click()
    assert told.args == ["exemple.fr/depot"]
    assert not dialog.host_button.isEnabled()
    dialog.show_host(None)
    assert "n’a pas répondu" in dialog.fields["empreinte_hote"].error_text
    dialog.show_host(HOST_KEY)
    assert dialog.hote.text() == HOST_KEY
    with qtbot.waitSignal(dialog.asked) as told:
        dialog.save_button.click()
    assert told.args[0].empreinte_hote == HOST_KEY
