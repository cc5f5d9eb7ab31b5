"""SecretFields: what opens a backup, a passphrase of its time or the recovery sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.secret_sauvegarde import (
    Code,
    CodeUnreadable,
    OtherCabinet,
    Phrase,
    Secret,
    WrongPassphrase,
    WrongRecoveryCode,
)
from microstructure_desktop.ui.half_typed import NOWHERE
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented

from .passphrase_field import PassphraseField

_WAYS = (("phrase", "Phrase de passe"), ("feuille", "Feuille de secours"))
_GROUPS = "Huit groupes de cinq signes ; les espaces et les minuscules ne comptent pas."


class SecretFields(QWidget):
    """Signals:
    entered: the person pressed Enter.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = Segmented(_WAYS, name="Avec quoi l’ouvrir")
        self.way.set_value("phrase")
        self.who = ComboField()
        self.who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.passphrase = PassphraseField("Phrase de passe")
        self.passphrase_field = Field(
            "Phrase de passe", self.passphrase, hint="Celle du jour de la sauvegarde."
        )
        self.code = LineEdit()
        self.code.setProperty(NOWHERE, True)
        self.code_field = Field("Code de la feuille de secours", self.code, hint=_GROUPS)
        self._by_phrase = boxed(
            column(Field("Compte", self.who), self.passphrase_field, spacing=14)
        )
        self.setLayout(
            column(
                Field("Avec quoi l’ouvrir", self.way), self._by_phrase, self.code_field, spacing=14
            )
        )
        self.way.changed.connect(self._on_way_chosen)
        self.passphrase.entered.connect(self.entered)
        self.code.returnPressed.connect(self.entered)
        self._show_way()

    def set_accounts(self, accounts: Sequence[tuple[str, str, str]]) -> None:
        """(id, name, role) of who may open it; whoever was chosen stays when they still may."""
        kept = self.who.value()
        self.who.set_choices([(a, f"{nom} — {_word(role)}") for a, nom, role in accounts])
        known = [a for a, _, _ in accounts]
        self.who.set_value(kept if kept in known else next(iter(known), ""))

    def first(self) -> QWidget:
        return self.passphrase.edit if self.way.value() == "phrase" else self.code

    def secret(self) -> Secret | None:
        """None when something is missing, which is said at its field."""
        self.forgive()
        if self.way.value() == "feuille":
            if self.code.text().strip():
                return Code(self.code.text())
            self.code_field.set_error("Entrez le code imprimé sur la feuille.")
        elif self.passphrase.text():
            return Phrase(MembreId(self.who.value()), self.passphrase.text())
        else:
            self.passphrase_field.set_error("Entrez la phrase de passe de ce compte.")
        self.first().setFocus()
        return None

    def refuse(self, error: AppError) -> bool:
        """Whether it is about what was typed here: then it is said at its field, and stays."""
        if not isinstance(
            error, WrongPassphrase | WrongRecoveryCode | CodeUnreadable | OtherCabinet
        ):
            return False
        field = self.passphrase_field if self.way.value() == "phrase" else self.code_field
        field.set_error(f"{error.sentence} {error.way_out}")
        self.first().setFocus()
        return True

    def forgive(self) -> None:
        for field in (self.passphrase_field, self.code_field):
            field.set_error(None)

    def forget(self) -> None:
        self.passphrase.clear()
        self.code.clear()

    def _on_way_chosen(self, _way: str) -> None:
        self._show_way()
        self.first().setFocus()

    def _show_way(self) -> None:
        self.forgive()
        by_phrase = self.way.value() == "phrase"
        self._by_phrase.setVisible(by_phrase)
        self.code_field.setVisible(not by_phrase)


def _word(role: str) -> str:
    return ROLE_WORDS.get(role, role).lower()
