"""SecretForm: a new passphrase typed twice, long enough, and unlike another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column

_HINT = (
    "Au moins 12 caractères\xa0; quelques mots à la suite conviennent très bien. "
    "Personne ne peut la retrouver à votre place."
)
_DIFFERENT = "Les deux phrases de passe sont différentes."
_SAME = "Choisissez-en une autre\xa0: qui apprendrait la première aurait aussi la seconde."


class SecretForm(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self, label: str, hint: str = _HINT) -> None:
        super().__init__()
        self.phrase = PassphraseField(label)
        self.again = PassphraseField(f"{label}, une seconde fois")
        self.phrase_field = Field(label, self.phrase, hint=hint)
        self.again_field = Field("La même, une seconde fois", self.again)
        self.setLayout(column(self.phrase_field, self.again_field, spacing=14))
        self.again.entered.connect(self.entered)

    def text(self) -> str:
        return self.phrase.text()

    def clear(self) -> None:
        self.phrase.clear()
        self.again.clear()

    def check(self, unlike: str = "") -> bool:
        """Say at the field what is wrong, and put the keyboard there."""
        weak = passphrase_problem(self.text())
        if weak is None and unlike and self.text() == unlike:
            weak = _SAME
        apart = weak is None and self.text() != self.again.text()
        self.phrase_field.set_error(weak)
        self.again_field.set_error(_DIFFERENT if apart else None)
        if weak is not None:
            self.phrase.setFocus()
        elif apart:
            self.again.setFocus()
        return weak is None and not apart
