"""PassphraseDialog: another passphrase for a colleague who forgot theirs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.field import Field

from . import words

_WIDTH = 560


class PassphraseDialog(DialogFrame):
    """It asks; who opened it gives the passphrase, then closes it or says why not.

    Signals:
        asked: the new passphrase.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget, membre: Membre) -> None:
        title = f"Nouvelle phrase de passe pour {membre.nom_complet}"
        super().__init__(parent, "key-round", "primary", title, words.RESET, _WIDTH)
        self.problem = Banner()
        self.new = PassphraseField("Nouvelle phrase de passe")
        self.again = PassphraseField("La nouvelle, une seconde fois")
        self.new_field = Field("Nouvelle phrase de passe", self.new, hint="Au moins 12 caractères.")
        self.again_field = Field("La même, une seconde fois", self.again)
        self.body.setSpacing(12)
        for part in (self.problem, self.new_field, self.again_field):
            self.body.addWidget(part)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.give_button = self.add_button("Donner cette phrase", "primary", accepts=True)
        self.again.entered.connect(self.accept)
        self.finished.connect(self._on_finished)

    def accept(self) -> None:
        """Say what is wrong at its field, else ask."""
        if not self.give_button.isEnabled():
            return
        weak = passphrase_problem(self.new.text())
        differs = not weak and self.new.text() != self.again.text()
        self.new_field.set_error(weak)
        self.again_field.set_error(
            "Les deux phrases de passe sont différentes." if differs else None
        )
        self.adjust()
        if weak or differs:
            (self.new if weak else self.again).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.give_button.setEnabled(False)
        self.asked.emit(self.new.text())

    def refuse(self, error: AppError) -> None:
        self.give_button.setEnabled(True)
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.adjust()

    def close_saved(self) -> None:
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finished(self, _answer: int) -> None:
        self.new.clear()
        self.again.clear()
