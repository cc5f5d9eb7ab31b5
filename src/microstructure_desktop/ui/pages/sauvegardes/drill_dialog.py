"""DrillDialog: open one backup as after a disaster, count what is in it, and change nothing."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.support import Exercice
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.restauration import Regard
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.dialogs.restore_secret import SecretFields
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner

TITLE = "Vérifier que je peux restaurer"
TRYING = "Vérification…"
_TRY = "Essayer"


class DrillDialog(DialogFrame):
    """Signals:
    asked: Path of the backup and Secret, to try it.
    """

    asked = Signal(object, object)

    def __init__(self, parent: QWidget, path: Path, regard: Regard) -> None:
        said = (
            f"{regard.cabinet}, sauvegarde du {backup_words.moment(regard.faite_le)}. Elle est "
            "restaurée à part, comptée, puis oubliée : rien n’est modifié ni effacé."
        )
        super().__init__(parent, "life-buoy", "primary", TITLE, said)
        self._path = path
        self.secret = SecretFields()
        self.secret.set_accounts([(a.id, a.nom, a.role) for a in regard.comptes])
        self.secret.entered.connect(self._on_try_clicked)
        self.outcome = Banner()
        self.body.addSpacing(6)
        self.body.addWidget(self.secret)
        self.body.addWidget(self.outcome)
        self.close_button = self.add_button("Fermer", accepts=False)
        self.try_button = self.add_button(_TRY, "primary", accepts=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.secret.first().setFocus()

    def accept(self) -> None:
        self._on_try_clicked()

    def show_done(self, done: Exercice) -> None:
        self._busy(busy=False)
        if done.reussi:
            found = count(done.patients, "patient")
            self.outcome.show_message(
                "ok",
                "Cette sauvegarde peut être restaurée.",
                f"{found}, sauvegarde du {backup_words.moment(done.sauvegarde_du)}. "
                "Rien n’a été modifié.",
            )
            self.secret.forget()
            self.close_button.setFocus()
        else:
            self.outcome.show_message(
                "danger", done.probleme, "Faites-en une nouvelle sur ce support, puis recommencez."
            )
        self.grow()

    def refuse(self, error: AppError) -> None:
        self._busy(busy=False)
        if not self.secret.refuse(error):
            self.outcome.show_message("danger", error.sentence, error.way_out)
        self.grow()

    def _on_try_clicked(self) -> None:
        secret = self.secret.secret() if self.try_button.isEnabled() else None
        if secret is not None:
            self.outcome.clear()
            self._busy(busy=True)
            self.asked.emit(self._path, secret)
        self.grow()

    def _busy(self, *, busy: bool) -> None:
        self.try_button.setEnabled(not busy)
        self.try_button.setText(TRYING if busy else _TRY)
