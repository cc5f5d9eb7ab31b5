"""MemberDialog: correct a name, a role, a professional number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.equipe import NouveauMembre, membre_problems
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words

_WHAT = "Ce nom est celui de la page d’ouverture, des comptes rendus et des lettres."
_WIDTH = 560


class MemberDialog(DialogFrame):
    """It asks to save; who opened it saves, then closes it or says why not.

    Signals:
        asked: the NouveauMembre to keep.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget, membre: Membre) -> None:
        super().__init__(parent, "user", "primary", "Corriger le compte", _WHAT, _WIDTH)
        self._known = membre
        self.prenom, self.nom = LineEdit(membre.prenom), LineEdit(membre.nom)
        self.role = ComboField(ROLE_WORDS.items())
        self.role.set_value(membre.role.value)
        self.rpps = LineEdit(membre.rpps, chars=16)
        self.fields = {
            "prenom": Field("Prénom", self.prenom),
            "nom": Field("Nom", self.nom),
            "role": Field("Rôle", self.role),
            "rpps": Field(
                "Numéro RPPS", self.rpps, hint="11 chiffres, sur la carte CPS", optional=True
            ),
        }
        self.change = NoteLine("info", "", "secondary", "info", ink="text")
        self.body.setSpacing(12)
        self.body.addSpacing(8)
        self.body.addLayout(row(self.fields["prenom"], self.fields["nom"], spacing=12))
        for name in ("role", "rpps"):
            self.body.addWidget(self.fields[name])
        self.body.insertWidget(self.body.count() - 1, self.change)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.save_button = self.add_button("Enregistrer", "primary", accepts=True)
        self.role.changed.connect(self._on_role_changed)

    def saisi(self) -> NouveauMembre:
        return NouveauMembre(
            self.prenom.text(), self.nom.text(), Role(self.role.value()), self.rpps.text()
        )

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to save."""
        problems = membre_problems(self.saisi())
        for name, field in self.fields.items():
            field.set_error(problems.get(name))
        self.adjust()
        if problems:
            first = next(name for name in self.fields if name in problems)
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save_button.setEnabled(False)
        self.asked.emit(self.saisi())

    def refuse(self, error: AppError) -> None:
        """It was not kept."""
        self.save_button.setEnabled(True)
        self.fields["role"].set_error(f"{error.sentence} {error.way_out}")
        self.adjust()
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_saved(self) -> None:
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prenom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_role_changed(self, role: str) -> None:
        self.change.set_text(words.ROLE_CHANGED if role != self._known.role.value else "")
        self.fields["role"].set_error(None)
        self.adjust()
