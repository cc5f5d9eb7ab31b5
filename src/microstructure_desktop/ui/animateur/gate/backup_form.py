"""BackupForm: the sealed backup of the keys: where, and a passphrase that is not the usual one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.keys import SAUVEGARDE
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .file_field import FileField
from .secret_form import SecretForm

_WHY = (
    "Si cet ordinateur est perdu, ce fichier rend vos clés. Enregistrez-le sur une clé USB que "
    "vous mettrez au coffre, avec sa phrase de passe sous enveloppe."
)
_HINT = "Une autre que la vôtre, écrite sur papier et gardée avec la sauvegarde."
_TITLE = "Choisir où enregistrer la sauvegarde"


class BackupForm(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = FileField(_TITLE, SAUVEGARDE)
        self.field = Field("Fichier de sauvegarde", self.place)
        self.secret = SecretForm("Phrase de passe de la sauvegarde", _HINT)
        self.secret.entered.connect(self.entered)
        why = NoteLine("shield-check", _WHY, "secondary", "info", ink="text2")
        self.setLayout(column(why, self.field, self.secret, spacing=14))

    def path(self) -> Path:
        """Where to write it; a folder is given the usual name."""
        path = self.place.path() or Path()
        return path / SAUVEGARDE if path.is_dir() else path

    def check(self, unlike: str) -> bool:
        """Say at the field what is wrong, and put the keyboard there."""
        said = self._place_problem()
        self.field.set_error(said)
        if said is not None:
            self.place.setFocus()
            return False
        return self.secret.check(unlike)

    def _place_problem(self) -> str | None:
        if self.place.path() is None:
            return "Choisissez où enregistrer la sauvegarde."
        if not self.path().parent.is_dir():
            return "Ce dossier n’existe pas. Vérifiez que la clé USB est branchée."
        if self.path().exists():
            return "Il y a déjà un fichier à cet endroit. Choisissez un autre nom."
        return None
