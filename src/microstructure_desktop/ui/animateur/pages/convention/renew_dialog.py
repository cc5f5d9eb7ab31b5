"""RenewDialog: other keys ask for the passphrase and for a new backup."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.gate.backup_form import BackupForm
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.field import Field

_TITLE = "Renouveler vos clés"
_WHAT = (
    "L’ancienne clé garantit la nouvelle\xa0: les cabinets n’auront rien à relire, mais chacun "
    "devra importer la nouvelle convention. Ce qui est en route s’ouvrira encore."
)
_WIDTH = 600


class RenewDialog(DialogFrame):
    """It asks; who opened it renews, then closes it or says why not.

    Signals:
        asked: Secrets.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "key-round", "primary", _TITLE, _WHAT, _WIDTH)
        self.phrase = PassphraseField("Votre phrase de passe")
        self.field = Field("Votre phrase de passe", self.phrase)
        self.backup = BackupForm()
        self.body.setSpacing(14)
        self.body.addWidget(self.field)
        self.body.addWidget(self.backup)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.renew_button = self.add_button("Renouveler les clés", "primary", accepts=True)

    def accept(self) -> None:
        """Say what is wrong at its field, else ask."""
        typed = self.phrase.text()
        self.field.set_error(None if typed else "Entrez votre phrase de passe.")
        good = self.backup.check(typed)
        self.adjust()
        if not typed:
            self.phrase.setFocus()
        elif good:
            self.renew_button.setEnabled(False)
            self.asked.emit(Secrets(typed, self.backup.path(), self.backup.secret.text()))

    def refuse(self, error: AppError) -> None:
        self.renew_button.setEnabled(True)
        self.field.set_error(f"{error.sentence} {error.way_out}")
        self.adjust()
        self.phrase.setFocus()

    def close_done(self) -> None:
        self.phrase.clear()
        self.backup.secret.clear()
        super().accept()
