"""RestoreForm: the backup taken out of the safe, and a new passphrase for each day."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column

from .file_field import FileField
from .register_field import RegisterField
from .secret_form import SecretForm

_FORMER = "Phrase de passe de la sauvegarde"


class RestoreForm(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = FileField("Choisir le fichier de sauvegarde")
        self.field = Field("Fichier de sauvegarde", self.place)
        self.former = PassphraseField(_FORMER)
        self.former_field = Field(_FORMER, self.former, hint="Celle qui est au coffre.")
        self.secret = SecretForm("Votre nouvelle phrase de passe")
        self.secret.entered.connect(self.entered)
        self.register = RegisterField()
        parts = (self.field, self.former_field, self.secret, self.register)
        self.setLayout(column(*parts, spacing=14))

    def secrets(self) -> Secrets:
        return Secrets(self.secret.text(), self.place.path() or Path(), self.former.text())

    def check(self) -> bool:
        """Say at the field what is wrong, and put the keyboard there."""
        path = self.place.path()
        there = path is not None and path.is_file()
        self.field.set_error(None if there else "Choisissez le fichier de sauvegarde.")
        typed = bool(self.former.text())
        self.former_field.set_error(None if typed else "Entrez la phrase de passe du coffre.")
        if not there:
            self.place.setFocus()
        elif not typed:
            self.former.setFocus()
        return there and typed and self.secret.check(self.former.text())
