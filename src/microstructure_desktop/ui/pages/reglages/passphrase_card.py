"""Change one's own passphrase."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row


class PassphraseCard(Card):
    """Signals:
    change_asked: the present passphrase and the new one.
    """

    change_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Ma phrase de passe")
        self.old = PassphraseField("Phrase de passe actuelle")
        self.new = PassphraseField("Nouvelle phrase de passe")
        self.again = PassphraseField("La nouvelle, une seconde fois")
        self.old_field = Field("Actuelle", self.old)
        self.new_field = Field("Nouvelle", self.new, hint="Au moins 12 caractères.")
        self.again_field = Field("La nouvelle, une seconde fois", self.again)
        self.change_button = Button("Changer", icon="key-round")
        self.change_button.clicked.connect(self._on_change_clicked)
        self.again.entered.connect(self._on_change_clicked)
        for field in (self.old_field, self.new_field, self.again_field):
            self.body.addWidget(field)
        self.body.addLayout(row(None, self.change_button))

    def accept_change(self) -> None:
        for editor in (self.old, self.new, self.again):
            editor.clear()
        self.change_button.setEnabled(True)

    def refuse_change(self, sentence: str) -> None:
        self.change_button.setEnabled(True)
        self.old_field.set_error(sentence)

    def _on_change_clicked(self) -> None:
        weak = passphrase_problem(self.new.text())
        differs = self.new.text() != self.again.text()
        self.old_field.set_error(None if self.old.text() else "Entrez la phrase de passe actuelle.")
        self.new_field.set_error(weak)
        self.again_field.set_error(
            "Les deux phrases de passe sont différentes." if differs and not weak else None
        )
        if self.old.text() and not weak and not differs:
            self.change_button.setEnabled(False)
            self.change_asked.emit(self.old.text(), self.new.text())
