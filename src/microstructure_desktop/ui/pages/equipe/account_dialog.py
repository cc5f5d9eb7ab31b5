"""AccountDialog: a new colleague, who types the passphrase that nobody else will know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.dialogs.account_form import AccountForm
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.banner import Banner

_WHAT = "La personne choisit elle-même sa phrase de passe et la tape ici."
_WIDTH = 620


class AccountDialog(DialogFrame):
    """It asks to create; who opened it creates, then closes it or says why not.

    Signals:
        asked: the NouveauMembre and the passphrase chosen with them.
    """

    asked = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "user-plus", "primary", "Ajouter un compte", _WHAT, _WIDTH)
        self.problem = Banner()
        self.form = AccountForm()
        self.body.addWidget(self.problem)
        self.body.addSpacing(8)
        self.body.addWidget(self.form)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.create_button = self.add_button("Créer le compte", "primary", accepts=True)
        self.form.entered.connect(self.accept)
        self.finished.connect(self.form.clear_secret)

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to create."""
        if not self.create_button.isEnabled():
            return
        good = self.form.check()
        self.adjust()
        if good:
            self._busy(busy=True)
            self.problem.clear()
            self.asked.emit(self.form.membre(), self.form.secret())

    def refuse(self, error: AppError) -> None:
        """It was not made."""
        self._busy(busy=False)
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.adjust()

    def close_saved(self) -> None:
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.prenom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, *, busy: bool) -> None:
        self.create_button.setEnabled(not busy)
        self.create_button.setText("Création…" if busy else "Créer le compte")
