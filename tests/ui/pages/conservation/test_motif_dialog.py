"""A reason is asked, and said at its field when it says nothing."""

from datetime import date

from microstructure_desktop.ui.pages.conservation.motif_dialog import KeepDialog, OpenDialog
from tests.ui import a11y

TODAY = date(2026, 11, 19)


def test_that_a_short_reason_opens_nothing(page_of):
    dialog = OpenDialog(page_of)
    accepted = []
    dialog.accepted.connect(lambda: accepted.append(dialog.motif()))
    dialog.open()
    dialog.edit.setText("court")
    dialog.accept()
    assert dialog.field.error_text
    assert accepted == []
    dialog.edit.setText(" Courrier d’un confrère ")
    dialog.edit.textEdited.emit("")
    assert not dialog.field.error_text
    dialog.accept()
    assert accepted == ["Courrier d’un confrère"]


def test_that_a_day_gone_by_keeps_nothing(page_of):
    dialog = KeepDialog(page_of, date(2031, 11, 19), lambda: TODAY)
    dialog.open()
    assert a11y.problems(dialog) == []
    dialog.edit.setText("Litige en cours, assurance prévenue")
    dialog.until.set_value(TODAY)
    dialog.accept()
    assert dialog.isVisible()
    assert "à venir" in dialog.until_field.error_text
    dialog.reject()
