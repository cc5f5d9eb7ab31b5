"""MemberDialog: correct a name, a role, a professional number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.equipe import NouveauMembre, membre_problems
from microstructure_desktop.ui.dialogs.asking import AskingDialog
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words

_WHAT = "Ce nom est celui de la page d’ouverture, des comptes rendus et des lettres."
_WIDTH = 560


class MemberDialog(AskingDialog):
    """Signals:
    asked: the NouveauMembre to keep.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget, membre: Membre) -> None:
        super().__init__(parent, "user", "Corriger le compte", _WHAT, _WIDTH, "role")
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
        self.body.addLayout(row(self.fields["prenom"], self.fields["nom"], spacing=12))
        for name in ("role", "rpps"):
            self.body.addWidget(self.fields[name])
        self.body.insertWidget(self.body.count() - 1, self.change)
        self.add_answers()
        self.role.changed.connect(self._on_role_changed)

    def saisi(self) -> NouveauMembre:
        return NouveauMembre(
            self.prenom.text(), self.nom.text(), Role(self.role.value()), self.rpps.text()
        )

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to save."""
        saisi = self.saisi()
        if not self.is_wrong(membre_problems(saisi)):
            self.asked.emit(saisi)

    def refuse(self, error: AppError) -> None:
        super().refuse(error)
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prenom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_role_changed(self, role: str) -> None:
        self.change.set_text(words.ROLE_CHANGED if role != self._known.role.value else "")
        self.fields["role"].set_error(None)
        self.adjust()
