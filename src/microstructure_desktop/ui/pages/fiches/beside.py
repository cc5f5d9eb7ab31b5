"""Beside: what can be looked at from a fiche, each in its own window over the page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.upgrade import passage
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.history import Historian

from .changes_dialog import ChangesDialog
from .upgrade_dialog import UpgradeDialog


class Beside(QObject):
    """Nothing opens over a page that has turned."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._historian = Historian(context, page)
        self._fiche: FicheOuverte | None = None

    def follow(self, fiche: FicheOuverte | None) -> None:
        """The fiche on screen; None when there is none."""
        if fiche is None or self._fiche is None or fiche.id != self._fiche.id:
            self._historian.forget()
        self._fiche = fiche

    def show_history(self) -> None:
        if self._fiche is not None:
            self._historian.show(self._fiche.id)

    def show_changes(self, answers: Answers) -> None:
        fiche = self._fiche
        if fiche is not None:
            self._open(ChangesDialog(self._page, fiche.form, fiche.precedentes, answers))

    def show_upgrade(self, answers: Answers, move_on: Callable[[], None]) -> None:
        fiche = self._fiche
        if fiche is not None and fiche.suivante is not None:
            found = passage(fiche.form, fiche.suivante, answers)
            dialog = UpgradeDialog(self._page, fiche.suivante, found)
            dialog.accepted.connect(move_on)
            self._open(dialog)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        dialog.open()
