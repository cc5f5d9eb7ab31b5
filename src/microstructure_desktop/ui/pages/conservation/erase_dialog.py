"""EraseDialog: what would go, on what ground, and the passphrase that lets it happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import certificat_effacement, effacement
from microstructure_desktop.services.effacement import Apercu
from microstructure_desktop.services.motif import MOTIF_MAX
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from . import words
from .mentions_part import MentionsPart

_WIDTH = 680
_VERB = "Effacer définitivement"
_BUSY = "Effacement en cours…"
_HINT = "Il reste dans le registre et sur le certificat : pourquoi, jamais qui."
_GROUND = "Choisissez pourquoi ce dossier peut être effacé."
_EMPTY = "Tapez votre phrase de passe."


class EraseDialog(DialogFrame):
    """It asks to erase; who opened it erases, then closes it or says why not.

    Signals:
        asked: the ground, the reason and the passphrase.
        route_chosen: Route of a text to read first.
    """

    asked = Signal(str, str, str)
    route_chosen = Signal(object)

    def __init__(self, parent: QWidget, apercu: Apercu, title: str, discretion: Discretion) -> None:
        kinds = certificat_effacement.de_comptes(apercu.comptes)
        what = words.losses(apercu, kinds)
        super().__init__(parent, "trash-2", "danger", title, what, _WIDTH)
        self._patient = apercu.patient
        self.problem = Banner()
        self.ground = ComboField(words.GROUNDS)
        self.motif = LineEdit()
        self.motif.setMaxLength(MOTIF_MAX)
        self.secret = PassphraseField("Votre phrase de passe")
        self.ground_field = Field("Fondement", self.ground)
        self.motif_field = Field("Motif écrit", self.motif, hint=_HINT)
        self.secret_field = Field("Votre phrase de passe", self.secret)
        self.body.addSpacing(6)
        if apercu.a_relire:
            mentions = MentionsPart(apercu.a_relire, discretion)
            mentions.route_chosen.connect(self._on_route_chosen)
            self.body.addWidget(mentions)
        for part in (self.problem, self.ground_field, self.motif_field, self.secret_field):
            self.body.addWidget(part)
        self.cancel_button = self.add_button("Ne rien effacer", accepts=False)
        self.erase_button = self.add_button(_VERB, "danger", accepts=True)
        self.motif.textEdited.connect(self._on_motif_edited)
        self.secret.entered.connect(self.accept)
        self.finished.connect(self.secret.clear)

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to erase."""
        if not self.erase_button.isEnabled():
            return
        faults = {
            self.ground_field: None if self.ground.value() else _GROUND,
            self.motif_field: effacement.motif_problem(self.motif.text(), self._patient),
            self.secret_field: None if self.secret.text() else _EMPTY,
        }
        for field, sentence in faults.items():
            field.set_error(sentence)
        wrong = [field for field, sentence in faults.items() if sentence is not None]
        if wrong:
            self.grow()
            wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy(busy=True)
        self.problem.clear()
        self.asked.emit(self.ground.value(), self.motif.text().strip(), self.secret.text())

    def reject(self) -> None:
        """Once it began, it ends."""
        if self.erase_button.isEnabled():
            super().reject()

    def refuse(self, error: AppError) -> None:
        """It was not done."""
        self._busy(busy=False)
        self.secret.clear()
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.grow()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_done(self) -> None:
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_motif_edited(self, _text: str) -> None:
        self.motif_field.set_error(None)

    def _on_route_chosen(self, route: Route) -> None:
        if self.erase_button.isEnabled():
            self.reject()
            self.route_chosen.emit(route)

    def _busy(self, *, busy: bool) -> None:
        self.erase_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)
        self.erase_button.setText(_BUSY if busy else _VERB)
