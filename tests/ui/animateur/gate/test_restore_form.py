"""What a restoration wants: the file of the safe, its passphrase, a new one."""

from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.gate.restore_form import RestoreForm
from tests.ui import a11y

NEW, COFFRE = "une nouvelle phrase de passe", "celle qui dort au coffre"


def test_that_each_missing_thing_is_said_at_its_field(show, tmp_path):
    form = show(RestoreForm(), 560)
    assert not form.check()
    assert form.field.error_text
    assert form.former_field.error_text
    assert form.place.editor.hasFocus()
    (tmp_path / "s.age").write_bytes(b"x")
    form.place.set_path(tmp_path / "s.age")
    assert not form.check()
    assert form.former.edit.hasFocus()
    assert a11y.problems(form) == []


def test_that_all_of_it_makes_secrets(show, tmp_path):
    form = show(RestoreForm(), 560)
    (tmp_path / "s.age").write_bytes(b"x")
    form.place.set_path(tmp_path / "s.age")
    form.former.edit.setText(COFFRE)
    form.secret.phrase.edit.setText(NEW)
    form.secret.again.edit.setText(NEW)
    assert form.check()
    assert form.secrets() == Secrets(NEW, tmp_path / "s.age", COFFRE)
