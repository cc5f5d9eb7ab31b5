"""RemovalDialog: what taking somebody out of the team does, before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.retrait import Consequences
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Paragraph

from . import words

_WIDTH = 580
_ACTION = "Retirer de l’équipe"


class RemovalDialog(DialogFrame):
    """It asks; who opened it removes, then the window starts afresh, or says why not.

    Signals:
        asked: whether the person knows the recovery sheet.
    """

    asked = Signal(bool)

    def __init__(self, parent: QWidget, said: Consequences) -> None:
        title = f"Retirer {said.membre.nom_complet} de l’équipe"
        super().__init__(parent, "triangle-alert", "danger", title, words.REMOVED, _WIDTH)
        self.problem = Banner()
        self.seen = CheckBox(words.SEEN)
        self.seen.setChecked(said.feuille_connue)
        self._why = Paragraph(words.SEEN_WHY, "caption")
        self.body.setSpacing(10)
        for sentence in (
            words.REMOVED_KEPT,
            words.REMOVED_NOTES,
            words.elsewhere(said.supports),
            words.REMOVED_AFTER,
        ):
            self.body.addWidget(Paragraph(sentence))
        if said.feuille:
            self.body.addWidget(self.seen)
            self.body.addWidget(self._why)
        self.body.addWidget(self.problem)
        self.refuse_button = self.add_button("Annuler", accepts=False)
        self.accept_button = self.add_button(_ACTION, "danger", accepts=True)

    def accept(self) -> None:
        if self.accept_button.isEnabled():
            self._busy(busy=True)
            self.problem.clear()
            self.asked.emit(self.seen.isChecked())

    def reject(self) -> None:
        """Not while it is being done: it is all or nothing."""
        if self.refuse_button.isEnabled():
            super().reject()

    def refuse(self, error: AppError) -> None:
        self._busy(busy=False)
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.adjust()

    def only_close(self) -> None:
        """The cabinet is closed: nothing can be asked of this window any more."""
        self.accept_button.setEnabled(False)
        self.refuse_button.setText("Fermer")

    def close_saved(self) -> None:
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, *, busy: bool) -> None:
        self.accept_button.setEnabled(not busy)
        self.refuse_button.setEnabled(not busy)
        self.accept_button.setText("Nouvelle clé en cours…" if busy else _ACTION)
