"""The dialogs of a member's own sheet: print and prove it, type its code, give it up."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import feuille_personnelle
from microstructure_desktop.services.feuille_personnelle import EtatPersonnel
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.half_typed import NOWHERE
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .confirm import Confirm
from .frame import DialogFrame
from .recovery_sheet import RecoverySheet, Sheet

_WIDTH = 560
_CODE = "Code de votre feuille"
_GROUPS = (
    "Huit groupes de cinq signes ; les espaces et les minuscules ne comptent pas. Un lecteur de "
    "codes peut lire le code carré ici."
)
_REOPEN = "Rouvrir mes notes"
_REOPENS = (
    "Ce que vous aviez écrit avec une phrase de passe perdue redevient lisible, par vous seulement."
)
OWN = Sheet(
    "Ma feuille de secours",
    "Si vous perdez votre phrase de passe, elle rouvre vos notes personnelles. Elle n’ouvre pas le "
    "cabinet.",
    "Imprimez-la et gardez-la pour vous, hors de l’enveloppe du cabinet : qui aurait les deux "
    "feuilles pourrait lire vos notes. N’en enregistrez pas de fichier.",
    feuille_personnelle.etat,
    feuille_personnelle.preparer,
    feuille_personnelle.prouver,
)


def own_sheet(parent: QWidget, context: Context) -> RecoverySheet:
    """Print one's own sheet, then prove it."""
    return RecoverySheet(parent, context, OWN)


def withdrawal(parent: QWidget, etat: EtatPersonnel) -> Confirm:
    """What is lost with it is said before."""
    lost = (
        "Les notes qu’elle seule ouvre encore resteront scellées : rien ne pourra les rouvrir."
        if etat.fermees
        else "Vos notes restent lisibles avec votre phrase de passe ; perdue, rien ne les "
        "rouvrirait."
    )
    said = f"La feuille imprimée n’ouvrira plus rien : détruisez-la. {lost}"
    return Confirm(parent, "Retirer votre feuille de secours ?", said, "Retirer", refusal="Garder")


class OwnCode(DialogFrame):
    """Signals:
    reopened: one's former notes can be read from now on.
    """

    reopened = Signal()

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, "key-round", "primary", _REOPEN, _REOPENS, _WIDTH)
        self._context = context
        self.code = LineEdit()
        self.code.setProperty(NOWHERE, True)
        self.field = Field(_CODE, self.code, hint=_GROUPS)
        self.body.addSpacing(6)
        self.body.addWidget(self.field)
        self.later_button = self.add_button("Plus tard", accepts=False)
        self.main_button = self.add_button(_REOPEN, "primary", accepts=True)

    def accept(self) -> None:
        """Read the code; what is wrong is said under it, and it stays."""
        if not self.main_button.isEnabled():
            return
        if not self.code.text().strip():
            self._refuse("Entrez le code imprimé sur votre feuille.")
            return
        self.field.set_error(None)
        self.main_button.setEnabled(False)
        act = partial(feuille_personnelle.rouvrir, texte=self.code.text())
        self._context.worker.run(act, self._on_reopened, self._on_failed)

    def done(self, answer: int) -> None:
        """Nothing of the code stays in the field."""
        self.code.clear()
        super().done(answer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reopened(self, _none: object) -> None:
        self._context.events.notify("Vos notes personnelles sont rouvertes")
        self.reopened.emit()
        super().accept()

    def _on_failed(self, error: AppError) -> None:
        self.main_button.setEnabled(True)
        self._refuse(f"{error.sentence} {error.way_out}")

    def _refuse(self, said: str) -> None:
        self.field.set_error(said)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grow()
