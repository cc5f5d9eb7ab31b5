"""What is asked for is kept by whoever opened the dialog, which closes once it is."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.dialogs.asking import AskingDialog
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit


class Refused(AppError):
    sentence = "Ce nom est déjà pris."
    way_out = "Choisissez-en un autre."


class NameDialog(AskingDialog):
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "user", "Nom", "Celui du groupe.", 460, "nom")
        self.fields = {"lieu": Field("Lieu", LineEdit()), "nom": Field("Nom", LineEdit())}
        for field in self.fields.values():
            self.body.addWidget(field)
        self.add_answers()

    def accept(self) -> None:
        typed = self.fields["nom"].editor.text()
        if not self.is_wrong({} if typed else {"nom": "Entrez le nom."}):
            self.asked.emit(typed)


@pytest.fixture
def dialog(show):
    made = NameDialog(show(QWidget(), 600, 400))
    made.open()
    return made


def test_that_it_asks_only_once_nothing_is_wrong(dialog):
    asked = []
    dialog.asked.connect(asked.append)
    dialog.save_button.click()
    assert (dialog.fields["nom"].error_text, asked) == ("Entrez le nom.", [])
    assert dialog.save_button.isEnabled()
    dialog.fields["nom"].editor.setText("Port")
    dialog.save_button.click()
    assert (dialog.fields["nom"].error_text, asked) == ("", ["Port"])
    assert dialog.isVisible()
    assert not dialog.save_button.isEnabled()


def test_that_a_refusal_is_said_and_mended(dialog, qtbot):
    dialog.save_button.setEnabled(False)
    dialog.refuse(Refused())
    assert dialog.fields["nom"].error_text == "Ce nom est déjà pris. Choisissez-en un autre."
    assert dialog.save_button.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_saved()
