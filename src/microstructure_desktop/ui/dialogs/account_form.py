"""Fields of a new account: who, which role, and a passphrase typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.equipe import (
    NouveauMembre,
    membre_problems,
    passphrase_problem,
)
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .passphrase_field import PassphraseField

ROLES = tuple(ROLE_WORDS.items())


class AccountForm(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prenom = LineEdit()
        self.nom = LineEdit()
        self.role = ComboField(ROLES)
        self.role.set_value(Role.MEDECIN.value)
        self.passphrase = PassphraseField("Phrase de passe")
        self.again = PassphraseField("Phrase de passe, une seconde fois")
        self.again.entered.connect(self.entered)
        self.fields = {
            "prenom": Field("Prénom", self.prenom),
            "nom": Field("Nom", self.nom),
            "role": Field("Rôle", self.role),
            "passphrase": Field(
                "Phrase de passe",
                self.passphrase,
                hint="Au moins 12 caractères ; quelques mots à la suite conviennent très bien. "
                "Personne ne peut la retrouver à votre place.",
            ),
            "again": Field("La même, une seconde fois", self.again),
        }
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addLayout(row(self.fields["prenom"], self.fields["nom"], spacing=12))
        for name in ("role", "passphrase", "again"):
            body.addWidget(self.fields[name])

    def membre(self) -> NouveauMembre:
        return NouveauMembre(
            self.prenom.text().strip(), self.nom.text().strip(), Role(self.role.value())
        )

    def secret(self) -> str:
        return self.passphrase.text()

    def clear_secret(self) -> None:
        self.passphrase.clear()
        self.again.clear()

    def check(self) -> bool:
        """Show what is wrong at each field; True when the account can be made."""
        faults = membre_problems(self.membre())
        weak = passphrase_problem(self.secret())
        if weak:
            faults["passphrase"] = weak
        elif self.secret() != self.again.text():
            faults["again"] = "Les deux phrases de passe sont différentes."
        return not show_problems(self.fields, faults)
