"""Beside: what can be looked at from a fiche, each in its own window over the page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.upgrade import passage
from microstructure_desktop.services import fiches
from microstructure_desktop.services.fiches import FicheOuverte, RevisionLigne
from microstructure_desktop.ui.worker import Worker

from .changes_dialog import ChangesDialog
from .history_dialog import HistoryDialog
from .upgrade_dialog import UpgradeDialog


class Beside(QObject):
    """`failed` is told what the store refuses; nothing opens over a page that has turned."""

    def __init__(self, worker: Worker, page: QWidget, failed: Callable[[AppError], None]) -> None:
        super().__init__(page)
        self._worker = worker
        self._page = page
        self._failed = failed
        self._fiche: FicheOuverte | None = None
        self._asked = ""

    def follow(self, fiche: FicheOuverte | None) -> None:
        """The fiche on screen; None when there is none."""
        self._fiche = fiche

    def show_history(self) -> None:
        if self._fiche is not None:
            ask = partial(fiches.history, fiche_id=self._fiche.id)
            self._asked = self._fiche.id
            self._worker.run(ask, self._on_history, self._failed)

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

    def _on_history(self, lines: tuple[RevisionLigne, ...]) -> None:
        if self._fiche is not None and self._fiche.id == self._asked and lines:
            self._open(HistoryDialog(self._page, lines))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        dialog.open()
